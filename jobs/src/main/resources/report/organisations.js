// Small multiples: stories a week above, net sentiment below, one card per organisation.

const FIRST_CARDS = 12;

function organisationsSection() {
  const all = NAMED.filter(entity => entity.level === 'organisation');
  const section = panel('organisations', 'Organisations', 'Organisation by organisation',
    'Bars: stories a week, each card on its own scale. Line: net sentiment with its 95% band, on one scale for all.');
  if (!all.length) return section.append(empty('No organisation is named in these weeks.'));
  const cards = el('div', { class: 'cards' });
  const more = el('button', { type: 'button', class: 'quiet' }, `Show all ${all.length}`);
  const made = [];
  const limit = () => toneLimit(all.slice(0, FIRST_CARDS).map(entity => toneOf(entity, STATE.window)));
  const add = entity => { const card = organisationCard(entity, limit); made.push(card); cards.append(card.element); };
  all.slice(0, FIRST_CARDS).forEach(add);
  more.addEventListener('click', () => {
    all.slice(FIRST_CARDS).forEach(add);
    more.remove();
    cards.children[FIRST_CARDS].querySelector('h3').focus();
  });
  section.append(el('div', { class: 'controls' }, windowChoice()), cards);
  if (all.length > FIRST_CARDS) section.append(el('p', { class: 'note' }, more));
  const update = () => made.forEach(card => card.update());
  windowListeners.push(update);
  themeListeners.push(update);
}

function organisationCard(entity, limit) {
  const facts = el('p', { class: 'facts' });
  const mark = el('span');
  const total = sum(entity.stories);
  const tone = () => toneOf(entity, STATE.window);
  const latest = () => tone().mean.reduce((last, value, week) => (value === null ? last : week), -1);
  const drawn = chart(
    () => `${entity.name}: ${plural(total, 'story', 'stories')}; net sentiment ${latest() < 0 ? 'unknown, too few stories' : `${toneText(tone(), latest())} in ${LABELS[latest()]}`}`,
    () => cardOption(entity, tone(), limit()));
  const update = () => {
    mark.replaceChildren(dot(colourOf(entity.id)));
    facts.textContent = `${plural(total, 'story', 'stories')} · tone ${latest() < 0 ? 'unknown: too few stories' : signed(tone().mean[latest()])}`;
    drawn.draw();
  };
  update();
  return {
    update,
    element: el('article', { class: 'card' },
      el('div', { class: 'head' }, mark, el('h3', { tabindex: '-1' }, entity.name)), facts, drawn.box),
  };
}

function cardOption(entity, tone, limit) {
  const colour = colourOf(entity.id);
  const hidden = { show: false };
  return {
    animation: false,
    grid: [{ left: 4, right: 4, top: 6, height: 46 }, { left: 4, right: 4, top: 62, height: 50 }],
    axisPointer: { link: [{ xAxisIndex: 'all' }] },
    tooltip: tooltip(points => tip(weekTitle(points[0].dataIndex), [
      [colour, 'Stories', count(entity.stories[points[0].dataIndex])],
      [colour, 'Net sentiment', toneText(tone, points[0].dataIndex)]])),
    xAxis: [0, 1].map(gridIndex => weekAxis({ gridIndex, boundaryGap: true, axisLabel: hidden, axisLine: { onZero: false, lineStyle: { color: css('--rule') } } })),
    yAxis: [
      valueAxis(null, { gridIndex: 0, axisLabel: hidden, splitLine: hidden }),
      valueAxis(null, { gridIndex: 1, axisLabel: hidden, splitLine: hidden, min: -limit, max: limit })],
    series: [
      { type: 'bar', data: entity.stories, itemStyle: { color: colour, opacity: 0.75 }, barCategoryGap: '25%' },
      { ...band(tone.low, tone.high, colour), xAxisIndex: 1, yAxisIndex: 1 },
      toneLine(entity, tone, {
        xAxisIndex: 1, yAxisIndex: 1, lineStyle: { width: 1.5 },
        symbolSize: (_, point) => (runs(tone.mean).some(([from, to]) => from === to && from === point.dataIndex) ? 4 : 0),
        markLine: { silent: true, symbol: 'none', label: hidden, lineStyle: { color: css('--faint'), width: 1, type: 'solid' }, data: [{ yAxis: 0 }] },
      })],
  };
}
