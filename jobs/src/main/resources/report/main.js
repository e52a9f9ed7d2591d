// Puts the page together.

const themeListeners = [];

function setTheme(dark) {
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  const button = document.getElementById('theme');
  button.textContent = dark ? 'Light' : 'Dark';
  button.setAttribute('aria-label', `Switch to the ${dark ? 'light' : 'dark'} theme`);
}

function themeSwitch() {
  const preferred = window.matchMedia('(prefers-color-scheme: dark)');
  const change = dark => {
    setTheme(dark);
    themeListeners.forEach(listener => listener());
  };
  setTheme(preferred.matches);
  preferred.addEventListener('change', event => change(event.matches));
  document.getElementById('theme').addEventListener('click', () => change(!isDark()));
}

function overview() {
  const last = LABELS.length - 1;
  document.getElementById('range').textContent =
    last ? `${LABELS[0]} to ${LABELS[last]}` : `Week ${LABELS[0]}`;
  document.getElementById('overview-title').textContent =
    'Whom the news talks about, how well, and who stands with whom';
  const organisations = NAMED.filter(entity => entity.level === 'organisation');
  document.getElementById('lede').textContent =
    `${plural(sum(WEEKS.map(week => week.accepted)), 'article')} from ${plural(DATA.notes.sourceCount, 'source')}, of which ${count(sum(WEEKS.map(week => week.matched)))} name one of ${plural(organisations.length, 'organisation')}.`;
  document.getElementById('tiles').append(...[
    leader('cloud_provider'), leader('ai_partner'), mover('cloud_provider'), bestTone(organisations), strongestTie()].filter(Boolean)
    .map(([what, who, much]) => el('li', {}, el('p', { class: 'what' }, what), el('p', { class: 'who' }, who), el('p', { class: 'much' }, much))));
}

const recent = () => Math.min(13, LABELS.length);
const among = category => `among ${CATEGORY_NAMES[category].replace(/^C/, 'c')}`;
const recentText = () => (recent() === 1 ? 'this week' : `last ${recent()} weeks`);

function recentShares(category, from = 0) {
  const entities = rivals(category, 'organisation');
  const stories = entities.map(entity => sum(entity.stories.slice(LABELS.length - recent() - from, LABELS.length - from)));
  const all = sum(stories);
  return all ? entities.map((entity, i) => [entity, stories[i] / all]) : [];
}

function leader(category) {
  const [first] = recentShares(category).sort((a, b) => b[1] - a[1]);
  const stories = sum(rivals(category, 'organisation').map(entity => sum(entity.stories.slice(-recent()))));
  return first && [`Largest share ${among(category)}`, first[0].name, `${percent(first[1])} of ${count(stories)} stories counted, ${recentText()}`];
}

function mover(category) {
  if (LABELS.length < 2 * recent()) return null;
  const before = new Map(recentShares(category, recent()).map(([entity, share]) => [entity.id, share]));
  if (!before.size) return null;
  const [first] = recentShares(category).map(([entity, share]) => [entity, share - before.get(entity.id)])
    .sort((a, b) => Math.abs(b[1]) - Math.abs(a[1]));
  return first && [`Moved most ${among(category)}`, first[0].name, `${signed(100 * first[1], 1)} points of share, against the ${recent()} weeks before`];
}

function bestTone(organisations) {
  const week = LABELS.length - 1;
  const window = [13, 4, 1].find(weeks => weeks <= LABELS.length);
  const known = organisations.map(entity => [entity, toneOf(entity, window)]).filter(([, tone]) => tone.low[week] !== null && tone.stories[week] >= 20)
    .sort((a, b) => b[1].low[week] - a[1].low[week]);
  return known.length ? ['Best tone, by the lower bound', known[0][0].name, `${toneText(known[0][1], week)}, last ${plural(window, 'week')}`] : null;
}

function strongestTie() {
  const [pair] = DATA.pairs;
  if (!pair) return null;
  const weeks = pair.weeks.map(tie);
  const total = key => sum(weeks.map(week => week[key]));
  return ['Most stated ties', pairName(pair), `${total('partnership')} of partnership, ${total('investment')} of investment, ${total('tension')} of tension, in stories`];
}

/** Marks the section that is being read in the navigation. */
function followReader() {
  const links = new Map([...document.querySelectorAll('.sections a')].map(anchor => [anchor.hash.slice(1), anchor]));
  const reading = new IntersectionObserver(entries => entries.forEach(entry => {
    const anchor = links.get(entry.target.id);
    if (entry.isIntersecting) anchor.setAttribute('aria-current', 'true');
    else anchor.removeAttribute('aria-current');
  }), { rootMargin: '-20% 0px -70% 0px' });
  links.forEach((_, id) => reading.observe(document.getElementById(id)));
}

themeSwitch();
overview();
shareSection();
toneSection();
organisationsSection();
pairsSection();
statedSection();
shiftSection();
spikesSection();
evidenceSection();
notesSection();
followReader();
document.documentElement.dataset.ready = 'true';
