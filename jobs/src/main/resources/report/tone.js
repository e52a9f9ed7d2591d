// Net sentiment with its 95% interval, of the organisations that the reader picks.

const MOST_LINES = 4;
const thousandths = values => values.map(value => (value === null ? null : value / 1000));

function toneOf(entity, window) {
  const tone = entity.tones[window];
  return { stories: tone.stories, mean: thousandths(tone.mean), low: thousandths(tone.low), high: thousandths(tone.high) };
}

/** Symmetric around 0, in quarters, wide enough for every bound. */
function toneLimit(tones) {
  const bounds = tones.flatMap(tone => [...tone.low, ...tone.high]).filter(value => value !== null).map(Math.abs);
  return Math.min(1, Math.max(0.25, Math.ceil(4 * Math.max(0, ...bounds)) / 4));
}

function toneLine(entity, tone, extra = {}) {
  const lonely = new Set(runs(tone.mean).filter(([from, to]) => from === to).map(([from]) => from));
  return {
    id: entity.id, name: entity.name, type: 'line', z: 3, data: tone.mean, connectNulls: false,
    symbol: 'circle', symbolSize: (_, point) => (lonely.has(point.dataIndex) ? 6 : LABELS.length < 60 ? 4 : 0),
    lineStyle: { width: 2 }, itemStyle: { color: colourOf(entity.id) }, ...extra,
  };
}

function toneText(tone, week) {
  if (tone.stories[week] === null) return 'too few weeks';
  return tone.mean[week] === null
    ? `too few stories (${tone.stories[week]})`
    : `${signed(tone.mean[week])} (${signed(tone.low[week])} to ${signed(tone.high[week])}), n ${count(tone.stories[week])}`;
}

function toneSection() {
  const section = panel('tone', 'Net sentiment', 'Net sentiment',
    'How well the news speaks of an organisation: favourable minus unfavourable, over all its stories, from −1 to +1. The band is the 95% interval; two weeks differ credibly where their bands are well apart.');
  const candidates = NAMED.filter(entity => entity.level === 'organisation').slice(0, 14);
  const picked = new Set(candidates.slice(0, 2).map(entity => entity.id));
  const keys = el('ul', { class: 'legend', 'aria-label': `Organisations, at most ${MOST_LINES} at once` });
  const note = el('p', { class: 'note' });
  const chosen = () => candidates.filter(entity => picked.has(entity.id));
  const tones = () => chosen().map(entity => toneOf(entity, STATE.window));
  const describe = () => `Lines with 95% bands: net sentiment, ${windowText()}. Latest: `
    + chosen().map((entity, i) => `${entity.name} ${toneText(tones()[i], LABELS.length - 1)}`).join('; ');
  const drawn = chart(describe, () => {
    const limit = toneLimit(tones());
    const lines = tones();
    return {
      animationDuration: 300,
      grid: { left: 8, right: 22, top: 12, bottom: 8, containLabel: true },
      tooltip: tooltip(points => tip(weekTitle(points[0].dataIndex), chosen().map((entity, i) =>
        [colourOf(entity.id), entity.name, toneText(lines[i], points[0].dataIndex)]))),
      xAxis: weekAxis({ axisLine: { onZero: false, lineStyle: { color: css('--rule') } } }),
      yAxis: valueAxis(value => signed(value), { min: -limit, max: limit, interval: limit / 2 }),
      series: [
        ...chosen().map((entity, i) => band(lines[i].low, lines[i].high, colourOf(entity.id))),
        ...chosen().map((entity, i) => toneLine(entity, lines[i], i ? {} : {
          markLine: { silent: true, symbol: 'none', label: { show: false }, lineStyle: { color: css('--faint'), type: 'solid' }, data: [{ yAxis: 0 }] },
        })),
        ...provisionalWeeks(),
      ],
    };
  });
  const view = tableView('Net sentiment', () => table('Net sentiment by week, with its 95% interval and number of stories',
    [['Week'], ...chosen().map(entity => [entity.name, true])],
    LABELS.map((label, week) => [label, ...tones().map(tone => toneText(tone, week))]).reverse()));

  function update() {
    keys.replaceChildren(...legend(candidates.map(entity => entity.id), id => picked.has(id), id => {
      if (picked.has(id)) picked.delete(id);
      else {
        picked.add(id);
        if (picked.size > MOST_LINES) picked.delete(picked.values().next().value);
      }
      const at = candidates.findIndex(entity => entity.id === id);
      update();
      keys.children[at].firstChild.focus();
    }));
    const isKnown = tones().some(tone => tone.mean.some(value => value !== null));
    note.textContent = (isKnown ? '' : 'Too few stories in every point: choose more weeks a point. ')
      + `Computed over ${windowText()}. Gaps have fewer than ${DATA.notes.minStories} stories.${beginText()} The interval speaks of chance, not of what the sentiment model gets wrong or the corpus leaves out.`;
    drawn.draw();
    view.fill();
  }
  if (!candidates.length) return section.append(empty('No organisation is named in these weeks.'));
  section.append(el('div', { class: 'controls' }, windowChoice()), keys, drawn.box, note, view.details);
  windowListeners.push(update);
  themeListeners.push(update);
  update();
}
