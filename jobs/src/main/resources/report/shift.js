// Did things move from one provider to another around a partner, when, and why?

const FIGURE_NAMES = {
  attention: 'Attention', attention_beside_partner: 'Attention beside the partner', tone: 'Tone', alliance: 'Alliance',
};

function shiftSection() {
  for (const shift of DATA.shifts) {
    const [from, to, partner] = [shift.from, shift.to, shift.partner].map(nameOf);
    const section = panel('shift', 'The shift', `From ${from} to ${to}, around ${partner}?`,
      `Over all published weeks${shift.weeks.length ? `, ${shift.weeks[0]} to ${shift.weeks[shift.weeks.length - 1]}` : ''}. Each figure rises where things move toward ${to}. The line is the clearest single step; the shaded weeks are the 95% interval of its date. Levels before and after count as different where chance alone would show a step as clear in fewer than 5 of 100 such answers, and the interval of its size does not hold 0. They may differ by a step, a drift or a level that wanders.`);
    if (shift.figures.every(figure => !figure.step.length)) {
      section.append(empty('Too few weeks say anything about these three together.'));
      continue;
    }
    section.append(el('p', { class: 'verdict' }, verdict(shift)));
    const columns = el('div', { class: 'figures' });
    shift.figures.forEach(figure => columns.append(figureCard(shift, figure)));
    section.append(columns);
    if (shift.evidence.length) section.append(el('h3', {}, 'The sentences it rests on'), shiftEvidence(shift));
  }
}

function verdict(shift) {
  const moved = shift.figures.filter(figure => figure.step.some(step => step.isFinding));
  if (!moved.length) return `No: in the weeks ${shift.weeks[0]} to ${shift.weeks[shift.weeks.length - 1]} no figure shows a difference that chance would not.`;
  return moved.map(figure => {
    const [step] = figure.step;
    return `${FIGURE_NAMES[figure.name]} moved ${step.after > step.before ? 'toward' : 'away from'} ${nameOf(shift.to)}${isMostlyMix(step) ? ', mostly by the mix of sources' : ''}: ${step.isDrift ? `a straight drift fits better than a step, split at ${step.week}` : `a step in ${step.week} fits better than a straight drift`}.`;
  }).join(' ');
}

/** Less than half of the change happened within the sources. */
const isMostlyMix = step => step.within / (step.after - step.before) < 0.5;

const inUnit = (figure, value) => (figure.unit === 'share' ? percent(value) : signed(value));
const change = (figure, value) => (figure.unit === 'share' ? `${signed(100 * value, 1)} points` : signed(value));

function figureCard(shift, figure) {
  const [step] = figure.step;
  const title = el('h3', {}, FIGURE_NAMES[figure.name]);
  const meaning = el('p', { class: 'facts' }, `${figure.meaning[0].toUpperCase()}${figure.meaning.slice(1)}.`);
  if (!step) return el('article', { class: 'card figure' }, title, meaning, empty('Too few weeks to look for a step.'));
  const drawn = chart(() => `${FIGURE_NAMES[figure.name]}: ${stepText(figure, step)}`, () => figureOption(shift, figure, step));
  themeListeners.push(() => drawn.draw());
  const view = tableView(FIGURE_NAMES[figure.name], () => table(FIGURE_NAMES[figure.name], [['Week'], ['Value', true], ['Observations', true]],
    shift.weeks.map((week, i) => [week, inUnit(figure, figure.values[i]), count(figure.observations[i])]).filter((_, i) => figure.values[i] !== null).reverse()));
  return el('article', { class: 'card figure' },
    el('div', { class: 'head' }, title, el('span', { class: `kind ${step.isFinding ? 'good' : ''}` }, step.isFinding ? 'moved' : 'no difference shown')),
    meaning, drawn.box, el('p', { class: 'facts' }, stepText(figure, step)), causes(figure, step), view.details);
}

const stepText = (figure, step) =>
  `${step.isFinding && !step.isDrift ? 'Step' : 'Clearest step'} in ${step.week} (95%: ${step.firstWeek} to ${step.lastWeek}): ${inUnit(figure, step.before)} before, ${inUnit(figure, step.after)} after, ${change(figure, step.after - step.before)} (95%: ${change(figure, step.low)} to ${change(figure, step.high)}); p ${step.p.toFixed(3)}, adjusted ${step.adjusted.toFixed(3)}.`;

/** Kitagawa's parts: the news itself, and who is read. */
function causes(figure, step) {
  const all = Math.max(Math.abs(step.within), Math.abs(step.mix), 1e-9);
  const bar = (text, value) => {
    const length = el('span', { class: 'bar', 'aria-hidden': 'true' });
    length.style.width = `${Math.round(100 * Math.abs(value) / all)}%`;
    length.style.background = css(value < 0 ? '--bad' : '--good');
    return el('li', {}, el('span', {}, `${text}: ${change(figure, value)}`), length);
  };
  const names = step.sources.map(source => `${sourceName(source.source)} ${change(figure, source.within + source.mix)}`);
  return el('div', {}, el('ul', { class: 'causes' }, bar('Within the sources', step.within), bar('Another mix of sources', step.mix)),
    el('p', { class: 'from' }, `Largest contributions: ${names.join('; ')}`));
}

function figureOption(shift, figure, step) {
  const at = shift.weeks.indexOf(step.week);
  const most = Math.max(...figure.observations, 1);
  const colour = colourOf(shift.to);
  return {
    animation: false,
    grid: { left: 4, right: 22, top: 12, bottom: 4, containLabel: true },
    tooltip: tooltip(points => {
      const i = points[0].dataIndex;
      return tip(shift.weeks[i], [[colour, 'Value', inUnit(figure, figure.values[i])], [null, 'Observations', count(figure.observations[i])]]);
    }),
    xAxis: weekAxis({ data: shift.weeks, boundaryGap: true }),
    yAxis: valueAxis(value => (figure.unit === 'share' ? `${Math.round(100 * value)}%` : signed(value)), figure.unit === 'share' ? { min: 0, max: 1 } : {}),
    series: [
      {
        type: 'scatter', data: figure.values, itemStyle: { color: colour, opacity: 0.55 },
        symbolSize: (_, point) => 4 + 8 * Math.sqrt(figure.observations[point.dataIndex] / most),
        markArea: { silent: true, itemStyle: { color: css('--faint'), opacity: step.isFinding ? 0.22 : 0.1 }, data: [[{ xAxis: step.firstWeek }, { xAxis: step.lastWeek }]] },
      },
      {
        type: 'line', step: 'start', symbol: 'none', silent: true, tooltip: { show: false },
        data: shift.weeks.map((_, i) => (i < at ? step.before : step.after)),
        lineStyle: { color: step.isFinding ? css('--ink') : css('--faint'), width: 2, type: step.isFinding ? 'solid' : 'dashed' },
      }],
  };
}

function shiftEvidence(shift) {
  return table('Evidence of the shift', [['Week', false, 'day'], ['Speaks'], ['Tie'], ['Confidence', true], ['Sentence', false, 'sentence'], ['Source']],
    shift.evidence.map(item => [item.week,
      el('span', { class: `kind ${item.speaksFor ? 'good' : 'bad'}` }, item.speaksFor ? 'for' : 'against'),
      `${nameOf(shift.partner)} – ${nameOf(item.side)}: ${item.kind}`, item.confidence.toFixed(2), item.sentence, origin(item)]));
}
