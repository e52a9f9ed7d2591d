// Stated market shares beside share of voice: extra share of voice (ESOV) is the difference.

function statedSection() {
  const section = panel('stated', 'Market shares', 'Stated market share beside share of voice',
    'Market shares that articles state, by whom and for which period. Beside those of cloud providers in the cloud market stands the share of voice among cloud providers in the same period: who is talked about more than it sells?');
  if (!DATA.stated.length) return section.append(empty('No article of these weeks states a market share.'));
  const compared = DATA.stated.filter(stated => stated.voice !== null);
  if (compared.length) section.append(...comparison(compared));
  else section.append(el('p', { class: 'note' }, 'None of them is a cloud provider’s share of the cloud market in a period whose weeks are here, so no share of voice stands beside them.'));
  section.append(statedTable());
}

const seriesName = stated => [nameOf(stated.organisation), stated.period || 'no period', stated.publisher || 'no publisher'].join(' · ');

function comparison(compared) {
  const newest = new Map(compared.map(stated => [[stated.organisation, stated.market, stated.geography, stated.period, stated.publisher].join('|'), stated]));
  const rows = [...newest.values()].sort((a, b) => a.period.localeCompare(b.period) || a.share - b.share).slice(-18);
  const series = (name, value, style) => ({
    name, type: 'scatter', symbolSize: 13, z: 3,
    data: rows.map((stated, y) => ({ value: [value(stated), y], stated, itemStyle: style(stated) })),
  });
  const drawn = chart(
    () => `Dumbbell chart: ${rows.map(stated => `${seriesName(stated)}: stated ${stated.share}%, share of voice ${stated.voice}%`).join('; ')}`,
    () => ({
      animationDuration: 300,
      grid: { left: 8, right: 24, top: 34, bottom: 8, containLabel: true },
      legend: { top: 0, left: 0, textStyle: font(), data: ['Stated market share', 'Share of voice'], selectedMode: false },
      tooltip: tooltip(point => tip(seriesName(point.data.stated), [
        [null, 'Stated share', `${point.data.stated.share}%`], [null, `Share of voice, ${plural(point.data.stated.voiceWeeks, 'week')}`, `${point.data.stated.voice}%`],
        [null, 'ESOV', `${signed(point.data.stated.voice - point.data.stated.share, 1)} points`]]), { trigger: 'item' }),
      xAxis: valueAxis(value => `${value}%`, { min: 0 }),
      yAxis: { type: 'category', data: rows.map(seriesName), axisTick: { show: false }, axisLine: { show: false }, axisLabel: { ...font(), color: css('--ink'), width: isNarrow() ? 110 : 270, overflow: 'break' } },
      series: [
        {
          type: 'custom', silent: true, data: rows.map((stated, y) => [stated.share, stated.voice, y]), encode: { x: [0, 1], y: 2 },
          renderItem: (_, api) => {
            const [from, to] = [api.coord([api.value(0), api.value(2)]), api.coord([api.value(1), api.value(2)])];
            return { type: 'line', shape: { x1: from[0], y1: from[1], x2: to[0], y2: to[1] }, style: { stroke: css('--faint'), lineWidth: 2 } };
          },
        },
        { ...series('Stated market share', stated => stated.share, stated => ({ color: css('--sheet'), borderColor: colourOf(stated.organisation), borderWidth: 3 })), itemStyle: { color: css('--sheet'), borderColor: css('--soft'), borderWidth: 3 } },
        { ...series('Share of voice', stated => stated.voice, stated => ({ color: colourOf(stated.organisation) })), itemStyle: { color: css('--soft') } },
      ],
    }));
  drawn.box.style.height = `${70 + 40 * rows.length}px`;
  themeListeners.push(() => drawn.draw());
  return [drawn.box, el('p', { class: 'note' }, 'ESOV = share of voice − stated share, in points. Share of voice by stories, over the stated period where the lake holds at least half of its weeks, and over the 13 weeks up to the news where no period is stated; a category counts all that names an organisation, not its cloud business alone.')];
}

function statedTable() {
  const rows = [...DATA.stated].sort((a, b) => b.asOf.localeCompare(a.asOf) || nameOf(a.organisation).localeCompare(nameOf(b.organisation)));
  return table('Stated market shares',
    [['Organisation'], ['Share', true], ['Market'], ['Period', false, 'day'], ['Publisher'], ['In the news', false, 'day'], ['Share of voice', true], ['ESOV', true], ['Sentence', false, 'sentence']],
    rows.map(stated => [nameOf(stated.organisation), shareText(stated), [stated.market, stated.geography].filter(Boolean).join(', ') || '–', stated.period || '–', stated.publisher || '–', stated.asOf,
      stated.voice === null ? '–' : `${stated.voice}%`, stated.voice === null ? '–' : `${signed(stated.voice - stated.share, 1)}`,
      el('span', {}, `${stated.sentence} `, origin(stated.origin))]));
}

function shareText(stated) {
  const figure = stated.low === stated.high ? `${stated.share}%` : `${stated.low}–${stated.high}%`;
  return (stated.approximate ? 'about ' : '') + figure;
}
