-- Question: Which offerings carry the attention for an organisation, year by year?
-- Tables:   entity_week
-- Reading:  stories that name the offering by stories that name the organisation at all (offerings
--           included). The percentages of one organisation do not sum to 100: a story may name two
--           offerings, or none.
WITH weeks AS (
  SELECT DISTINCT week_start, entity_id, organisation_id, level, stories FROM entity_week
),
organisations AS (
  SELECT year(week_start) AS year, organisation_id, sum(stories) AS stories
  FROM weeks
  WHERE level = 'organisation'
  GROUP BY year(week_start), organisation_id
)
SELECT year(week_start) AS year, weeks.organisation_id, entity_id AS offering,
  sum(weeks.stories) AS stories, max(organisations.stories) AS organisation_stories,
  round(100 * sum(weeks.stories) / max(organisations.stories), 1) AS percent
FROM weeks
JOIN organisations
  ON organisations.organisation_id = weeks.organisation_id
  AND organisations.year = year(week_start)
WHERE level = 'offering' AND weeks.organisation_id IN ('amazon', 'google', 'microsoft', 'openai')
GROUP BY year(week_start), weeks.organisation_id, entity_id
HAVING sum(weeks.stories) > 0
ORDER BY weeks.organisation_id, year, stories DESC, offering;
