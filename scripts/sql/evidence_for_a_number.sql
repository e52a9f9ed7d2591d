-- Question: On which sentences does one figure of entity_week rest?
-- Tables:   mentions, articles
-- Reading:  change the week and the organisation in the first lines. One row per story: its first
--           mention, the sentence around it and the tone of all its mentions. The number of rows is
--           entity_week.stories, and the mean of tone is net_sentiment (null there where the
--           stories are too few).
WITH question AS (
  SELECT DATE'2025-01-27' AS week, 'deepseek' AS organisation
),
told AS (
  SELECT mentions.*,
    row_number() OVER (
      PARTITION BY story_id ORDER BY published_at, article_id, field DESC, char_start) AS place
  FROM mentions
  JOIN question ON week_start = week AND organisation_id = organisation
),
tones AS (
  SELECT story_id, avg(tone) AS tone, count(*) AS articles, sum(mentions) AS mentions
  FROM (
    SELECT story_id, article_id, avg(p_positive - p_negative) AS tone, count(*) AS mentions
    FROM told
    GROUP BY story_id, article_id)
  GROUP BY story_id
)
SELECT told.source, articles.title, tones.articles, tones.mentions, round(tones.tone, 2) AS tone,
  told.sentence, articles.url
FROM told
JOIN tones USING (story_id)
JOIN articles USING (article_id)
WHERE place = 1
ORDER BY tones.tone, articles.url;
