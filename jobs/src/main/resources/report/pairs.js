// Pair map: rows are pairs, columns weeks; size is how many stories state a tie, colour whether they unite or divide.

const TIES = ['partnership', 'investment', 'tension', 'competition'];
const MOST_PAIRS = 14;
const pairName = pair => `${nameOf(pair.a)} – ${nameOf(pair.b)}`;

/** A week of a pair by name, with its alignment index: null without partnership, investment and tension. */
function tie([week, together, partnership, investment, tension, competition, hypothetical]) {
  const n = partnership + investment + tension;
  return { week, together, partnership, investment, tension, competition, hypothetical, n, index: n ? (partnership + investment - tension) / n : null };
}

function pairsSection() {
  const section = panel('pairs', 'Ties', 'Ties: partnership and tension by week',
    'Each mark is a week in which stories state a tie between two organisations. Larger is more stories; teal is partnership and investment, rust is tension, hollow is rumour or competition only.');
  const pairs = DATA.pairs.slice(0, MOST_PAIRS);
  if (!pairs.length) return section.append(empty('No story of these weeks states a tie between two organisations.'));
  const rows = [...pairs].reverse();
  const told = el('div', { class: 'told', 'aria-live': 'polite' },
    'Choose a mark to read its sentences; the table lists the same weeks.');
  const points = rows.flatMap((pair, y) => pair.weeks.map(tie).map(week => ({ value: [week.week, y], pair, tie: week })));
  const drawn = chart(
    () => `Pair map: ${pairs.map(pair => `${pairName(pair)}, ${sum(pair.weeks.map(week => tie(week).n))} stated ties`).join('; ')}`,
    () => ({
      animationDuration: 300,
      grid: { left: 8, right: 14, top: 8, bottom: 8, containLabel: true },
      tooltip: tooltip(point => tieTip(point.data), { trigger: 'item' }),
      xAxis: weekAxis({ boundaryGap: true }),
      yAxis: {
        type: 'category', data: rows.map(pairName), axisTick: { show: false }, axisLine: { show: false },
        splitLine: { show: true, lineStyle: { color: css('--rule') } },
        axisLabel: { ...font(), color: css('--ink'), width: isNarrow() ? 96 : 190, overflow: 'break', lineHeight: 13 },
      },
      series: [{ type: 'scatter', data: points.map(mark), emphasis: { scale: 1.15 } }],
    }));
  drawn.box.style.height = `${Math.max(220, 34 * rows.length + 60)}px`;
  const whenStarted = drawn.start;
  drawn.start = () => {
    whenStarted();
    drawn.instance.on('click', event => tell(told, event.data.pair, event.data.tie));
  };
  const view = tableView('Ties', () => table('Stories that state a tie, by pair and week',
    [['Pair'], ['Week'], ['Partnership', true], ['Investment', true], ['Tension', true], ['Competition', true], ['Rumour', true], ['Alignment', true], ['']],
    pairs.flatMap(pair => pair.weeks.map(tie).reverse().map(week => [
      pairName(pair), LABELS[week.week], count(week.partnership), count(week.investment), count(week.tension), count(week.competition), count(week.hypothetical), signed(week.index),
      el('button', { type: 'button', class: 'quiet', onclick: () => tell(told, pair, week) }, 'Sentences')]))));
  section.append(drawn.box, told, view.details,
    el('p', { class: 'note' }, 'Alignment = (partnership + investment − tension) ÷ their sum, over stories; with one or two stories it says little.'));
  themeListeners.push(() => drawn.draw());
}

function mark(point) {
  const { index, n, competition, hypothetical } = point.tie;
  const size = 6 + 5.5 * Math.sqrt(n || Math.min(4, competition + hypothetical));
  return index === null
    ? { ...point, symbolSize: Math.min(16, size), itemStyle: { color: 'transparent', borderColor: css('--faint'), borderWidth: 1.2 } }
    : { ...point, symbolSize: Math.min(38, size), itemStyle: { color: alignmentColour(index), opacity: 0.88 } };
}

const tieTip = ({ pair, tie: week }) => tip(`${pairName(pair)}, ${LABELS[week.week]}`, [
  ...TIES.filter(kind => week[kind]).map(kind => [null, kind, count(week[kind])]),
  ...(week.hypothetical ? [[null, 'rumour or plan', count(week.hypothetical)]] : []),
  [null, 'stories that name both', count(week.together)],
  ...(week.index === null ? [] : [[null, 'alignment', signed(week.index)]])]);

function tell(box, pair, week) {
  const found = DATA.evidence.filter(item =>
    item.week === week.week && item.organisation === pair.a && item.other === pair.b);
  box.replaceChildren(el('h3', {}, `${pairName(pair)}, ${LABELS[week.week]}`), found.length
    ? el('ul', {}, ...found.map(item => el('li', {}, kindMark(item), ` ${item.sentence} `, origin(item.origin))))
    : el('p', {}, 'No asserted tie of this week is among the sentences that this file holds.'));
}
