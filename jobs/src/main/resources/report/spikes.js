// Weeks in which an organisation stood out, with the stories that made them.

function spikesSection() {
  const section = panel('spikes', 'Spikes', 'What made the spikes',
    `Weeks whose number of stories stands out from the ${plural(DATA.notes.spikeWeeks, 'week')} before: a robust z-score of 3 or more. The stories that most articles tell come first.`);
  if (!DATA.spikes.length) return section.append(empty('No organisation stood out in these weeks.'));
  const cards = el('div', { class: 'cards' });
  for (const spike of DATA.spikes) {
    const mark = el('span');
    const paint = () => mark.replaceChildren(dot(colourOf(spike.organisation)));
    themeListeners.push(paint);
    paint();
    cards.append(el('article', { class: 'card spike' },
      el('div', { class: 'head' }, mark, el('h3', {}, nameOf(spike.organisation)), el('span', { class: 'score' }, `z ${spike.score.toFixed(1)}`)),
      el('p', { class: 'facts' }, `${LABELS[spike.week]} · ${plural(spike.stories, 'story', 'stories')}, typically ${spike.typical}`),
      el('ol', {}, ...spike.top.map(story => el('li', {}, link(story.title || 'Without a title', story.origin.url), ' ',
        el('span', { class: 'from' }, sourceName(story.origin.source) + (story.copies > 1 ? `, ${plural(story.copies, 'article')}` : '')))))));
  }
  section.append(cards);
}
