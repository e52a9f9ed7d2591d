-- Question: In which months does the news suffice for a tone, and where should nothing be read into
--           it?
-- Tables:   entity_week
-- Reading:  an organisation's tone in a week is null below trends.min_stories (5 by default): the
--           number would be noise. silent counts organisation-weeks without any story: those are
--           true zeros. A month with tone = 0 carries no weekly tone at all; pool over longer spans
--           (tone_against_last_quarter.sql).
WITH organisations AS (
  SELECT week_start, organisation_id, max(sentiment_n) AS stories,
    max(net_sentiment) IS NOT NULL AS has_tone
  FROM entity_week
  WHERE level = 'organisation'
  GROUP BY week_start, organisation_id
)
SELECT date_format(week_start, 'yyyy-MM') AS month, count(DISTINCT week_start) AS weeks,
  count_if(stories = 0) AS silent, count_if(stories > 0 AND NOT has_tone) AS too_few,
  count_if(has_tone) AS tone, max(stories) AS most_stories
FROM organisations
GROUP BY month
ORDER BY month;
