// Charts are ECharts instances that are built when they come into view and again when the theme changes.

const CHARTS = [];
const SHOWN = new IntersectionObserver(entries => {
  for (const entry of entries) {
    if (!entry.isIntersecting) continue;
    SHOWN.unobserve(entry.target);
    CHARTS.find(chart => chart.box === entry.target).start();
  }
}, { rootMargin: '400px' });

/**
 * A chart: `describe` gives its text alternative and `option` its ECharts option, both called again
 * at every redraw.
 */
function chart(describe, option, className = '') {
  const box = el('div', { class: `chart ${className}`, role: 'img' });
  const made = {
    box,
    instance: null,
    start() {
      if (made.instance) return;
      made.instance = echarts.init(box, null, { renderer: 'canvas' });
      made.draw();
    },
    draw() {
      box.setAttribute('aria-label', describe());
      if (made.instance) made.instance.setOption(option(), true);
    },
  };
  CHARTS.push(made);
  made.draw();
  SHOWN.observe(box);
  return made;
}

new ResizeObserver(() => CHARTS.forEach(one => one.instance && one.instance.resize()))
  .observe(document.getElementById('main'));
window.addEventListener('beforeprint', () => CHARTS.forEach(one => one.start()));

const font = () => ({ fontFamily: css('--sans'), color: css('--soft'), fontSize: 11.5 });
const isNarrow = () => window.innerWidth < 640;

/** The week axis that all charts share. */
function weekAxis(more = {}) {
  return {
    type: 'category', data: LABELS, boundaryGap: false,
    axisLine: { lineStyle: { color: css('--rule') } }, axisTick: { show: false },
    axisLabel: { ...font(), lineHeight: 13, hideOverlap: true, formatter: label => label.replace('-', '\n') },
    ...more,
  };
}

function valueAxis(formatter, more = {}) {
  return {
    type: 'value', axisLabel: { ...font(), formatter },
    splitLine: { lineStyle: { color: css('--rule') } }, ...more,
  };
}

/** Series that hatch the provisional weeks, on top of all others; none where every week is settled. */
function provisionalWeeks() {
  const provisional = runs(WEEKS.map(week => (week.provisional ? true : null)));
  if (!provisional.length) return [];
  return [{
    type: 'custom', silent: true, z: 9, data: [[0, 0]], clip: true,
    encode: { x: -1, y: -1 },
    renderItem: ({ coordSys }, api) => ({
      type: 'group',
      children: provisional.map(run => ({
        type: 'rect', shape: weeksBox(run, coordSys, api), style: { fill: { image: hatch(), repeat: 'repeat' } },
      })),
    }),
  }];
}

/** From half a week before the first to half a week behind the last: a week is a point of the axis. */
function weeksBox([first, last], { x, y, width, height }, api) {
  const [middle, step] = [week => api.coord([week, 0])[0], api.size([1, 0])[0]];
  const from = Math.max(x, middle(first) - step / 2);
  return { x: from, y, width: Math.min(x + width, middle(last) + step / 2) - from, height };
}

function hatch() {
  const tile = el('canvas', { width: 8, height: 8 });
  const pen = tile.getContext('2d');
  pen.strokeStyle = css('--ink');
  pen.globalAlpha = 0.55;
  pen.lineWidth = 1;
  for (const shift of [-8, 0, 8]) {
    pen.beginPath();
    pen.moveTo(shift, 8);
    pen.lineTo(shift + 8, 0);
    pen.stroke();
  }
  return tile;
}

/** A tooltip whose content is made of text nodes. */
function tooltip(content, more = {}) {
  return {
    trigger: 'axis', confine: true, backgroundColor: css('--sheet'), borderColor: css('--rule'),
    axisPointer: { type: 'line', lineStyle: { color: css('--faint') } },
    formatter: content, ...more,
  };
}

function tip(title, rows) {
  return el('div', { class: 'tip' }, el('strong', {}, title), ...rows.map(([colour, text, value]) =>
    el('div', { class: 'row' }, colour ? dot(colour) : null, el('span', {}, text), el('b', {}, value))));
}

function dot(colour) {
  const mark = el('span', { class: 'dot', 'aria-hidden': 'true' });
  mark.style.background = colour;
  return mark;
}

const weekTitle = i => `${LABELS[i]}, from ${WEEKS[i].start}${WEEKS[i].provisional ? ', provisional' : ''}`;

/** A 95% band: ECharts draws the polygons of the unbroken runs; low and high hold null in gaps. */
function band(low, high, colour) {
  return {
    type: 'custom', silent: true, z: 1, data: [[0, 0]], clip: true,
    encode: { x: -1, y: -1 },
    renderItem: (_, api) => ({
      type: 'group',
      children: runs(low).map(([from, to]) => ({
        type: 'polygon', shape: { points: outline(low, high, from, to, api) }, style: { fill: colour, opacity: 0.17 },
      })),
    }),
  };
}

function outline(low, high, from, to, api) {
  const points = [];
  for (let i = from; i <= to; i++) points.push(api.coord([i, high[i]]));
  for (let i = to; i >= from; i--) points.push(api.coord([i, low[i]]));
  if (from !== to) return points;
  const [[x, top], [, bottom]] = points;
  return [[x - 3, top], [x + 3, top], [x + 3, bottom], [x - 3, bottom]];
}

/** The runs of values that are known: [first, last] each. */
function runs(values) {
  const found = [];
  values.forEach((value, i) => {
    if (value === null) return;
    const last = found[found.length - 1];
    if (last && last[1] === i - 1) last[1] = i;
    else found.push([i, i]);
  });
  return found;
}

/** Toggle buttons that are a chart's legend. */
function legend(ids, isOn, toggle) {
  return ids.map(id => el('li', {}, el('button', {
    type: 'button', 'aria-pressed': String(isOn(id)), onclick: () => toggle(id),
  }, dot(colourOf(id)), id === 'others' ? 'All others' : nameOf(id))));
}
