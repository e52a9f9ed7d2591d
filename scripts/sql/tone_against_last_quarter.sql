-- Question: How does the news speak of each organisation this quarter, against the quarter before?
-- Tables:   mentions
-- Reading:  net sentiment as in docs/definitions.md, with the quarter in the week's place: the mean
--           over stories of p_positive - p_negative, each story counted once. change_low and
--           change_high bound the change by a 95% interval, with Student's t at the degrees of
--           freedom of the smaller quarter (its series: Abramowitz and Stegun 1964, 26.7.5): where
--           both have the same sign, chance in which stories were written seldom explains it. One
--           in twenty such rows moves by chance alone. Organisations with fewer than five stories
--           in either quarter are left out.
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
),
changes AS (
  SELECT now.organisation_id, before.stories AS stories_before, now.stories AS stories_now,
    before.net_sentiment AS tone_before, now.net_sentiment AS tone_now,
    now.net_sentiment - before.net_sentiment AS change,
    sqrt(now.variance + before.variance) AS deviation,
    least(now.stories, before.stories) - 1 AS freedom
  FROM quarters AS now
  JOIN newest ON now.quarter = newest.quarter
  JOIN quarters AS before
    ON before.organisation_id = now.organisation_id
    AND before.quarter = now.quarter - INTERVAL 3 MONTHS
  WHERE now.stories >= 5 AND before.stories >= 5
),
bounds AS (
  SELECT *, deviation * (1.96 + 2.372 / freedom + 2.822 / pow(freedom, 2) + 2.556 / pow(freedom, 3)) AS half
  FROM changes
)
SELECT organisation_id, stories_before, stories_now,
  round(tone_before, 2) AS tone_before, round(tone_now, 2) AS tone_now, round(change, 2) AS change,
  round(change - half, 2) AS change_low, round(change + half, 2) AS change_high
FROM bounds
ORDER BY abs(change) DESC, organisation_id;
