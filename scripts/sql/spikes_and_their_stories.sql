-- Question: When did an organisation suddenly get much more attention, and on what news?
-- Tables:   entity_week, mentions, articles
-- Reading:  spike is a robust z-score against the eight weeks before (trends.spike_weeks); 3 or more is
--           worth a look, and a corpus of a few articles a week hardly gets there. news is the titles of the two
--           stories that most outlets took up, however often each of them printed it.
WITH spikes AS (
  SELECT week_start, week_label, organisation_id, max(stories) AS stories, max(spike) AS spike
  FROM entity_week
  WHERE level = 'organisation' AND spike > 0
  GROUP BY week_start, week_label, organisation_id
),
told AS (
  SELECT week_start, organisation_id, story_id, count(DISTINCT source) AS outlets
  FROM mentions
  GROUP BY week_start, organisation_id, story_id
),
ranked AS (
  SELECT told.*, coalesce(original.title, '') AS title,
    row_number() OVER (
      PARTITION BY told.week_start, told.organisation_id
      ORDER BY outlets DESC, original.published_at, told.story_id) AS place
  FROM told
  LEFT JOIN articles AS original ON original.article_id = told.story_id
)
SELECT spikes.week_label, spikes.organisation_id, spikes.stories, round(spikes.spike, 1) AS spike,
  concat_ws(' / ', transform(
    array_sort(collect_list(struct(ranked.place, ranked.title))), story -> story.title)) AS news
FROM spikes
JOIN ranked USING (week_start, organisation_id)
WHERE ranked.place <= 2
GROUP BY spikes.week_label, spikes.organisation_id, spikes.stories, spikes.spike
ORDER BY spikes.spike DESC, spikes.week_label, spikes.organisation_id
LIMIT 10;
