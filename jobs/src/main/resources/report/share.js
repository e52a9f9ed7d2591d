// Share of voice by week: stacked areas that sum to one within category and level.

const BASES = [['stories', 'Stories'], ['articles', 'Articles'], ['mentions', 'Mentions'], ['balanced', 'Source-balanced']];
const BASIS_TEXT = {
  stories: 'stories, syndicated copies counted once',
  articles: 'articles; one that names two counts once for each',
  mentions: 'mentions',
  balanced: 'the mean over sources of the share within each source',
};
const WINDOWS = [[1, '1 week'], [4, '4 weeks'], [13, '13 weeks']];
const MOST_AREAS = 9;

const rivals = (category, level) =>
  DATA.entities.filter(entity => entity.level === level && entity.categories.includes(category));
const trailing = (values, week, window) => values.slice(Math.max(0, week - window + 1), week + 1);
/** The first week that has its window within the report; of a report of fewer weeks the last, which stands for all. */
const firstFull = window => Math.min(window, LABELS.length) - 1;

/**
 * Shares by entity id, one value per week; null where nobody of the category was named. Such weeks
 * count for nobody in a mean; a week that names others is a 0 in the data, and counts. Null too
 * where the report does not hold all weeks of the point.
 */
function sharesOf(entities, category, basis, window) {
  const shares = new Map();
  if (basis === 'balanced') {
    for (const entity of entities) {
      shares.set(entity.id, LABELS.map((_, week) => {
        if (week < firstFull(window)) return null;
        const known = trailing(entity.balanced[category], week, window).filter(value => value !== null);
        return known.length ? sum(known) / known.length / 10000 : null;
      }));
    }
    return scaled(shares);
  }
  for (const entity of entities) {
    shares.set(entity.id, LABELS.map((_, week) =>
      (week < firstFull(window) ? null : sum(trailing(entity[basis], week, window)))));
  }
  return scaled(shares);
}

/** Divides by the week's sum. */
function scaled(counts) {
  const totals = LABELS.map((_, week) => sum([...counts.values()].map(values => values[week] || 0)));
  return new Map([...counts].map(([id, values]) =>
    [id, values.map((value, week) => (totals[week] > 0 ? (value || 0) / totals[week] : null))]));
}

/** The shortest window in which the median week has enough stories to read a share. */
function readableWindow() {
  const named = LABELS.map((_, week) =>
    sum(DATA.entities.filter(entity => entity.level === 'organisation').map(entity => entity.stories[week])));
  const median = [...named].sort((a, b) => a - b)[Math.floor(named.length / 2)] || 0;
  const fits = WINDOWS.find(([window]) => median * window >= 40 && window <= named.length);
  return fits ? fits[0] : named.length >= 13 ? 13 : 1;
}

const STATE = {
  category: ['cloud_provider', 'ai_partner', 'ai_model'].find(id => DATA.entities.some(e => e.categories.includes(id))) || 'cloud_provider',
  level: 'organisation', basis: 'stories', window: readableWindow(), hidden: new Set(),
};
const windowListeners = [];
function windowChoice() {
  const field = choice('Each point covers', WINDOWS, STATE.window, value => {
    STATE.window = value;
    windowListeners.forEach(listener => listener());
  });
  windowListeners.push(() => field.querySelectorAll('input').forEach(input => {
    input.checked = Number(input.value) === STATE.window;
  }));
  return field;
}

function windowText() {
  if (STATE.window === 1) return 'single weeks';
  return STATE.window <= LABELS.length
    ? `the ${STATE.window} weeks up to each`
    : `${LABELS.length === 1 ? 'the one week' : `all ${LABELS.length} weeks`} of this report, as it does not hold ${STATE.window}`;
}

/** Why a line begins later than the axis. */
const beginText = () => (STATE.window === 1 || STATE.window > LABELS.length ? ''
  : ` The first point is that of ${LABELS[firstFull(STATE.window)]}, which has all its weeks in this report.`);

function shareSection() {
  const section = panel('share', 'Share of voice', 'Share of voice',
    'How the attention within a category divides, week by week. It says how much is written, not how well and not how much is sold. An organisation counts with all that names it: Google with its search as with Google Cloud, which stands alone among the offerings.');
  const controls = el('div', { class: 'controls' });
  const keys = el('ul', { class: 'legend', 'aria-label': 'Shown or hidden' });
  const note = el('p', { class: 'note' });
  let shares, ids;

  function compute() {
    const entities = rivals(STATE.category, STATE.level);
    shares = sharesOf(entities, STATE.category, STATE.basis, STATE.window);
    const weight = id => sum(shares.get(id).map(value => value || 0));
    const ordered = entities.map(entity => entity.id).sort((a, b) => weight(b) - weight(a));
    ids = ordered.slice(0, MOST_AREAS);
    if (ordered.length > MOST_AREAS) {
      const rest = ordered.slice(MOST_AREAS);
      shares.set('others', LABELS.map((_, week) =>
        shares.get(rest[0])[week] === null ? null : sum(rest.map(id => shares.get(id)[week]))));
      ids.push('others');
    }
  }

  /** What the shares of a point are parts of: few make them jump. */
  const counted = week => (STATE.basis === 'balanced' || week < firstFull(STATE.window) ? ''
    : `: ${count(sum(rivals(STATE.category, STATE.level).map(entity => sum(trailing(entity[STATE.basis], week, STATE.window)))))} counted`);
  const shown = () => ids.filter(id => !STATE.hidden.has(id));
  const describe = () => {
    const known = shown().map(id => [id, lastKnown(shares.get(id))]).filter(([, value]) => value !== null);
    return `Stacked areas: share of voice of ${CATEGORY_NAMES[STATE.category]} by ${STATE.basis}, ${windowText()}. Latest: `
      + known.map(([id, value]) => `${id === 'others' ? 'all others' : nameOf(id)} ${percent(value, 0)}`).join(', ');
  };
  compute();
  const drawn = chart(describe, () => ({
    animationDuration: 300,
    grid: { left: 8, right: 22, top: 12, bottom: 8, containLabel: true },
    tooltip: tooltip(points => tip(weekTitle(points[0].dataIndex) + counted(points[0].dataIndex), [...points].reverse()
      .filter(point => point.value !== null && point.value !== undefined)
      .map(point => [colourOf(point.seriesId), point.seriesName, percent(point.value)]))),
    xAxis: weekAxis(),
    yAxis: valueAxis(value => `${Math.round(100 * value)}%`, { min: 0, max: STATE.hidden.size ? null : 1 }),
    series: shown().map(id => ({
      id, name: id === 'others' ? 'All others' : nameOf(id), type: 'line', stack: 'share', data: shares.get(id),
      symbol: 'circle', symbolSize: 3, showSymbol: firstFull(STATE.window) === LABELS.length - 1, lineStyle: { width: 1, color: css('--sheet') },
      itemStyle: { color: colourOf(id) }, areaStyle: { color: colourOf(id), opacity: 0.92 }, emphasis: { focus: 'series' },
    })).concat(provisionalWeeks()),
  }), 'tall');
  const view = tableView('Share of voice', () => table('Share of voice by week',
    [['Week'], ...ids.map(id => [id === 'others' ? 'All others' : nameOf(id), true])],
    LABELS.map((label, week) => [label + (WEEKS[week].provisional ? ' (provisional)' : ''), ...ids.map(id => percent(shares.get(id)[week]))]).reverse()));

  function update() {
    compute();
    keys.replaceChildren(...legend(ids, id => !STATE.hidden.has(id), id => {
      STATE.hidden.has(id) ? STATE.hidden.delete(id) : STATE.hidden.add(id);
      const at = ids.indexOf(id);
      update();
      keys.children[at].firstChild.focus();
    }));
    note.textContent = `Share of ${BASIS_TEXT[STATE.basis]}; ${windowText()}. `
      + `A gap is a week in which nobody of the category was named.${beginText()}`;
    if (WEEKS.some(week => week.provisional)) {
      note.append(' ', el('span', { class: 'hatch', 'aria-hidden': 'true' }), ' Hatched: provisional, late articles may still change it.');
    }
    drawn.draw();
    view.fill();
  }

  const categories = Object.keys(CATEGORY_NAMES).filter(id => DATA.entities.some(entity => entity.categories.includes(id)));
  controls.append(
    choice('Category', categories.map(id => [id, CATEGORY_NAMES[id]]), STATE.category, value => { STATE.category = value; STATE.hidden.clear(); update(); }),
    choice('Counted by', BASES, STATE.basis, value => { STATE.basis = value; update(); }),
    choice('Level', [['organisation', 'Organisations'], ['offering', 'Offerings']], STATE.level, value => { STATE.level = value; STATE.hidden.clear(); update(); }),
    windowChoice());
  windowListeners.push(update);
  section.append(controls, keys, drawn.box, note, view.details);
  themeListeners.push(update);
  update();
}

function lastKnown(values) {
  for (let i = values.length - 1; i >= 0; i--) if (values[i] !== null) return values[i];
  return null;
}
