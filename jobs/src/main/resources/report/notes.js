// What the figures rest on.

function notesSection() {
  const notes = DATA.notes;
  const section = panel('notes', 'Data notes', 'What the figures rest on', 'The corpus, the models and the rules behind this report.');
  const total = key => sum(WEEKS.map(week => week[key]));
  const facts = (title, rows) => el('div', {}, el('h3', {}, title),
    el('dl', {}, ...rows.flatMap(([name, value]) => [el('dt', {}, name), el('dd', {}, value)])));
  const provisional = WEEKS.filter(week => week.provisional).map(week => week.label);
  const quarantined = Object.entries(notes.quarantined);
  section.append(el('div', { class: 'columns' },
    facts('Corpus', [
      ['Rows read', count(total('read'))], ['Articles accepted', count(total('accepted'))], ['Exact duplicates', count(notes.exactDuplicates)],
      ['Quarantined', count(sum(quarantined.map(([, rows]) => rows)))],
      ...quarantined.map(([reason, rows]) => [`– ${reason}`, count(rows)]),
      ['Name someone of the catalog', count(total('matched'))], ['Sources', count(notes.sourceCount)],
      ['Weeks without an article', count(WEEKS.filter(week => !week.accepted).length)]]),
    facts('Run', [
      ['Inputs', notes.inputs.join(', ') || '–'], ['Taken as today', notes.asOf || '–'], ['Code version', notes.codeVersion || '–'],
      ['Runs in the ledger', count(notes.runs)], ['Provisional weeks', provisional.join(', ') || 'none'],
      ['Fewest stories for a tone', count(notes.minStories)]]),
    facts('Mentions by sentiment model', Object.entries(notes.models).map(([model, mentions]) => [model, count(mentions)])),
    facts('Largest sources, articles (naming someone)', notes.sources.map(source => [sourceName(source.source), `${count(source.accepted)} (${count(source.matched)})`]))));
  section.append(el('h3', {}, 'How to read it'), el('ul', { class: 'note' },
    ...['A story is an article with its syndicated copies; it counts once.',
      'An organisation counts with its offerings; the two levels are never added up.',
      'Shares and tones compare within this corpus, not across corpora: another mix of sources is another instrument.',
      'Sentiment, ties and stated shares are read by models and rules; the sentences above are there to check them.'].map(text => el('li', {}, text))));
  if (notes.neverNamed.length) section.append(el('p', { class: 'note' }, `In the catalog, and named nowhere in these weeks: ${notes.neverNamed.join(', ')}.`));
  document.getElementById('colophon').textContent =
    `Newstide ${notes.codeVersion}. Charts: Apache ECharts ${echarts.version}. Made from the published tables; this file asks the network for nothing.`;
}
