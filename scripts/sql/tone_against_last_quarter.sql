-- Question: How does the news speak of each organisation this quarter, against the quarter before?
-- Tables:   mentions
-- Reading:  net sentiment as in docs/definitions.md, with the quarter in the week's place: the mean
--           over stories of p_positive - p_negative, each story counted once. The interval is 95%,
--           with the normal quantile. change_low and change_high bound the change: where both have
--           the same sign, the change is more than chance at that level. Organisations with fewer
--           than five stories in either quarter are left out.
WITH articles_read AS (
  SELECT date_trunc('QUARTER', published_at) AS quarter, organisation_id, story_id, article_id,
    avg(p_positive - p_negative) AS tone
  FROM mentions
  GROUP BY ALL
),
stories AS (
  SELECT min(quarter) AS quarter, organisation_id, story_id, avg(tone) AS tone
  FROM articles_read
  GROUP BY organisation_id, story_id
),
quarters AS (
  SELECT quarter, organisation_id, count(*) AS stories, avg(tone) AS net_sentiment,
    var_samp(tone) / count(*) AS variance
  FROM stories
  GROUP BY quarter, organisation_id
),
newest AS (
  SELECT max(quarter) AS quarter FROM quarters
)
SELECT now.organisation_id, before.stories AS stories_before, now.stories AS stories_now,
  round(before.net_sentiment, 2) AS tone_before, round(now.net_sentiment, 2) AS tone_now,
  round(now.net_sentiment - before.net_sentiment, 2) AS change,
  round(now.net_sentiment - before.net_sentiment
    - 1.96 * sqrt(now.variance + before.variance), 2) AS change_low,
  round(now.net_sentiment - before.net_sentiment
    + 1.96 * sqrt(now.variance + before.variance), 2) AS change_high
FROM quarters AS now
JOIN newest ON now.quarter = newest.quarter
JOIN quarters AS before
  ON before.organisation_id = now.organisation_id
  AND before.quarter = now.quarter - INTERVAL 3 MONTHS
WHERE now.stories >= 5 AND before.stories >= 5
ORDER BY abs(now.net_sentiment - before.net_sentiment) DESC, now.organisation_id;
