// The sentences beneath the figures, to search and to follow to their source.

const PAGE_SIZE = 20;
const KINDS = [
  ['favourable', 'Favourable'], ['unfavourable', 'Unfavourable'], ['partnership', 'Partnership'], ['investment', 'Investment'],
  ['tension', 'Tension'], ['competition', 'Competition'], ['share', 'Stated share']];
const GOOD = new Set(['favourable', 'partnership', 'investment']);
const BAD = new Set(['unfavourable', 'tension']);

const kindMark = item => el('span', { class: `kind ${GOOD.has(item.kind) ? 'good' : BAD.has(item.kind) ? 'bad' : ''}` },
  KINDS.find(([kind]) => kind === item.kind)[1]);
const sourceName = source => source.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
const origin = place => el('span', { class: 'from' }, link(sourceName(place.source) || 'source', place.url));
const weightText = item => (item.kind === 'share' ? `${item.weight}%` : item.weight.toFixed(2));

function evidenceSection() {
  const section = panel('evidence', 'Evidence', 'The sentences beneath',
    'Per organisation and week the clearest favourable and unfavourable sentences, stated ties and stated shares, with the probability or figure read from them.');
  if (!DATA.evidence.length) return section.append(empty('These weeks hold no evidence.'));
  const named = [...new Set(DATA.evidence.flatMap(item => [item.organisation, item.other]).filter(Boolean))]
    .sort((a, b) => nameOf(a).localeCompare(nameOf(b)));
  const filter = { organisation: '', kind: '', words: '', page: 0 };
  const pick = (label, key, options) => {
    const select = el('select', { onchange: event => show({ [key]: event.target.value }) },
      el('option', { value: '' }, 'All'), ...options.map(([value, text]) => el('option', { value }, text)));
    return el('label', {}, el('span', { class: 'from' }, `${label} `), select);
  };
  const found = el('p', { 'aria-live': 'polite' });
  const place = el('div');
  const earlier = el('button', { type: 'button', class: 'quiet', onclick: () => turn(-1) }, 'Previous');
  const later = el('button', { type: 'button', class: 'quiet', onclick: () => turn(1) }, 'Next');

  function matches(item) {
    return (!filter.organisation || item.organisation === filter.organisation || item.other === filter.organisation)
      && (!filter.kind || item.kind === filter.kind)
      && (!filter.words || `${item.sentence} ${item.origin.source}`.toLowerCase().includes(filter.words));
  }
  function turn(step) {
    filter.page += step;
    draw();
  }
  function show(change) {
    Object.assign(filter, change, { page: 0 });
    draw();
  }
  function draw() {
    const rows = DATA.evidence.filter(matches);
    const pages = Math.max(1, Math.ceil(rows.length / PAGE_SIZE));
    const from = filter.page * PAGE_SIZE;
    place.replaceChildren(rows.length ? table('Evidence',
      [['Week'], ['Organisation'], ['What'], ['Weight', true], ['Sentence', false, 'sentence'], ['Source']],
      rows.slice(from, from + PAGE_SIZE).map(item => [LABELS[item.week],
        item.other ? `${nameOf(item.organisation)} – ${nameOf(item.other)}` : nameOf(item.organisation),
        kindMark(item), weightText(item), item.sentence, origin(item.origin)]))
      : empty('Nothing matches.'));
    found.textContent = `${plural(rows.length, 'sentence')}; page ${filter.page + 1} of ${pages}`;
    earlier.disabled = filter.page === 0;
    later.disabled = filter.page >= pages - 1;
  }
  section.append(el('div', { class: 'controls' },
    pick('Organisation', 'organisation', named.map(id => [id, nameOf(id)])), pick('Kind', 'kind', KINDS),
    el('label', {}, el('span', { class: 'from' }, 'Words '),
      el('input', { type: 'search', oninput: event => show({ words: event.target.value.trim().toLowerCase() }) }))),
  place, el('div', { class: 'pager' }, earlier, later, found));
  if (DATA.notes.evidenceFound > DATA.evidence.length) {
    section.append(el('p', { class: 'note' }, `The file holds ${count(DATA.evidence.length)} of ${count(DATA.notes.evidenceFound)} sentences, the clearest of each organisation and week; the tables hold them all.`));
  }
  draw();
}
