// The page's parts: every text of the corpus enters it through a text node, never as markup.

const DATA = JSON.parse(document.getElementById('data').textContent);
const WEEKS = DATA.weeks;
const LABELS = WEEKS.map(week => week.label);
const ENTITY = new Map(DATA.entities.map(entity => [entity.id, entity]));
const CATEGORY_NAMES = { cloud_provider: 'Cloud providers', ai_partner: 'AI partners', ai_model: 'AI models' };

const nameOf = id => (ENTITY.has(id) ? ENTITY.get(id).name : id);
const sum = numbers => numbers.reduce((total, number) => total + number, 0);
/** Those that the report's weeks name; others were named shortly before, and points may reach back to them. */
const NAMED = DATA.entities.filter(entity => sum(entity.stories) > 0);
const count = number => number.toLocaleString('en');
const percent = (part, digits = 1) => (part === null ? '–' : `${(100 * part).toFixed(digits)}%`);
const signed = (number, digits = 2) =>
  number === null ? '–' : `${number < 0 ? '−' : '+'}${Math.abs(number).toFixed(digits)}`;
const plural = (number, one, many = `${one}s`) => `${count(number)} ${number === 1 ? one : many}`;

/** An element: attributes by name, `on…` as listeners, the rest as child nodes or texts. */
function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.filter(child => child !== null));
  return element;
}

/** A link to the web, or the plain text where the address is none. */
function link(text, address) {
  let url = null;
  try { url = new URL(address); } catch { /* no address */ }
  return url && ['http:', 'https:'].includes(url.protocol)
    ? el('a', { href: url.href, rel: 'noopener noreferrer', target: '_blank' }, text)
    : document.createTextNode(text);
}

/** A section with its title, what it says in a sentence, and a place in the navigation. */
function panel(id, short, title, says) {
  const section = el('section', { id, class: 'panel', 'aria-labelledby': `${id}-title` },
    el('h2', { id: `${id}-title` }, title), el('p', { class: 'says' }, says));
  document.getElementById('main').append(section);
  document.getElementById('sections').append(el('li', {}, el('a', { href: `#${id}` }, short)));
  return section;
}

/** A row of exclusive choices: radio buttons, so arrow keys work. `options`: [value, text]. */
function choice(legend, options, chosen, choose) {
  const group = `choice-${document.querySelectorAll('fieldset.switch').length}-${legend}`;
  const field = el('fieldset', { class: 'switch' }, el('legend', {}, legend));
  const choices = el('div', { class: 'choices' });
  for (const [value, text] of options) {
    choices.append(el('label', {},
      el('input', { type: 'radio', name: group, value, checked: value === chosen, onchange: () => choose(value) }),
      el('span', {}, text)));
  }
  field.append(choices);
  return field;
}

/** A data table. `columns`: [title, isNumber]; a cell is a text or a node. */
function table(caption, columns, rows) {
  const head = el('tr', {}, ...columns.map(([title, isNumber]) =>
    el('th', { scope: 'col', class: isNumber ? 'number' : null }, title)));
  const body = rows.map(cells => el('tr', {}, ...cells.map((cell, i) =>
    el(i === 0 ? 'th' : 'td', i === 0 ? { scope: 'row' } : { class: columns[i][1] ? 'number' : columns[i][2] || null }, cell))));
  return el('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': caption },
    el('table', { 'aria-label': caption }, el('thead', {}, head), el('tbody', {}, ...body)));
}

/** The chart's figures as a table, built when it is opened. `build` gives the table. */
function tableView(caption, build) {
  const details = el('details', { class: 'table' }, el('summary', {}, `${caption}: as a table`));
  const fill = () => {
    while (details.children.length > 1) details.lastChild.remove();
    if (details.open) details.append(build());
  };
  details.addEventListener('toggle', fill);
  return { details, fill };
}

const empty = text => el('p', { class: 'empty' }, text);
