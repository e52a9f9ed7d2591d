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
const EARLIER = DATA.earlierWeeks;
/** The weeks that points can be made of: the report's, and those before it that points reach back to. */
const KNOWN = EARLIER + LABELS.length;
/** The first week that has its whole window; where fewer weeks are known the last, which stands for all. */
const firstFull = window => Math.max(0, Math.min(window, KNOWN) - 1 - EARLIER);

/** The values of the weeks of a point. */
function trailing(entity, category, basis, week, window) {
  const of = counts => (basis === 'balanced' ? counts.balanced[category] : counts[basis]);
  const last = EARLIER + week;
  return [...of(entity.earlier), ...of(entity)].slice(Math.max(0, last - window + 1), last + 1);
}

/**
 * Shares by entity id, one value per week; null where nobody of the category was named. Such weeks
 * count for nobody in a mean; a week that names others is a 0 in the data, and counts. Null too
 * where not all weeks of the point are known.
 */
function sharesOf(entities, category, basis, window) {
  const pooled = basis === 'balanced' ? mean : sum;
  return scaled(new Map(entities.map(entity => [entity.id, LABELS.map((_, week) =>
    (week < firstFull(window) ? null : pooled(trailing(entity, category, basis, week, window))))])));
}

function mean(values) {
  const known = values.filter(value => value !== null);
  return known.length ? sum(known) / known.length : null;
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
    sum(NAMED.filter(entity => entity.level === 'organisation').map(entity => entity.stories[week])));
  const median = [...named].sort((a, b) => a - b)[Math.floor(named.length / 2)] || 0;
  const fits = WINDOWS.find(([window]) => median * window >= 40 && window <= named.length);
  return fits ? fits[0] : named.length >= 13 ? 13 : 1;
}

const STATE = {
  category: ['cloud_provider', 'ai_partner', 'ai_model'].find(id => NAMED.some(e => e.categories.includes(id))) || 'cloud_provider',
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
  return STATE.window <= KNOWN
    ? `the ${STATE.window} weeks up to each`
    : `${KNOWN === 1 ? 'the one week' : `all ${KNOWN} weeks`} up to the last, as no earlier ones are published`;
}

/** Why a line begins later than the axis. */
const beginText = () => (firstFull(STATE.window) === 0 || STATE.window > KNOWN ? ''
  : ` The first point is that of ${LABELS[firstFull(STATE.window)]}, the first that has all its weeks.`);

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
    const ordered = entities.map(entity => entity.id).filter(id => weight(id) > 0).sort((a, b) => weight(b) - weight(a));
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
    : `: ${count(sum(rivals(STATE.category, STATE.level).map(entity => sum(trailing(entity, STATE.category, STATE.basis, week, STATE.window)))))} counted`);
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

  const categories = Object.keys(CATEGORY_NAMES).filter(id => NAMED.some(entity => entity.categories.includes(id)));
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
