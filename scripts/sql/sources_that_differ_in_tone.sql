-- Question: Which outlets speak of an organisation more or less favourably than the others do?
-- Tables:   mentions
-- Reading:  tone is the mean of p_positive - p_negative over the stories that the outlet tells;
--           others is the same over the stories that any other outlet tells. Copies of a story are
--           averaged within either side first: they are no further witnesses. z is the difference by its
--           standard error: among many outlets a few beyond 2 are chance. A story that both
--           tell counts on either side, so z errs toward 0. At least four stories on either side.
WITH articles_read AS (
  -- Whole millionths: their sums, and so the order below, do not hang on the order of the rows.
  SELECT organisation_id, source, story_id, article_id,
    CAST(round(avg(CAST(round(1e6 * (p_positive - p_negative)) AS BIGINT))) AS BIGINT) AS tone
  FROM mentions
  GROUP BY organisation_id, source, story_id, article_id
),
told AS (
  SELECT organisation_id, source, story_id, count(*) AS articles, sum(tone) AS total
  FROM articles_read
  GROUP BY organisation_id, source, story_id
),
stories AS (
  SELECT organisation_id, source, story_id, CAST(round(total / articles) AS BIGINT) AS own,
    CAST(round((sum(total) OVER story) / sum(articles) OVER story) AS BIGINT) AS everyone,
    CAST(round(((sum(total) OVER story) - total) / nullif((sum(articles) OVER story) - articles, 0)) AS BIGINT) AS others,
    row_number() OVER (PARTITION BY organisation_id, story_id ORDER BY source) AS teller
  FROM told
  WINDOW story AS (PARTITION BY organisation_id, story_id)
),
by_source AS (
  SELECT organisation_id, source, count(*) AS stories, sum(own) AS total, sum(own * own) AS squares,
    -- What everyone's stories lose where this outlet's words are left out of them.
    count(*) - count(others) AS less_stories, sum(everyone - coalesce(others, 0)) AS less_total,
    sum(everyone * everyone - coalesce(others * others, 0)) AS less_squares,
    count_if(teller = 1) AS first_stories, sum(if(teller = 1, everyone, 0)) AS first_total,
    sum(if(teller = 1, everyone * everyone, 0)) AS first_squares
  FROM stories
  GROUP BY organisation_id, source
),
both_sides AS (
  SELECT organisation_id, source, stories, total, squares,
    (sum(first_stories) OVER everyone) - less_stories AS others_stories,
    (sum(first_total) OVER everyone) - less_total AS others_total,
    (sum(first_squares) OVER everyone) - less_squares AS others_squares
  FROM by_source
  WINDOW everyone AS (PARTITION BY organisation_id)
),
compared AS (
  SELECT organisation_id, source, stories, total / stories / 1e6 AS tone, others_total / others_stories / 1e6 AS others,
    greatest(0, squares - total * (total / stories)) / (stories - 1) / stories / 1e12 AS variance,
    greatest(0, others_squares - others_total * (others_total / others_stories))
      / (others_stories - 1) / others_stories / 1e12 AS others_variance
  FROM both_sides
  WHERE stories >= 4 AND others_stories >= 4
)
SELECT organisation_id, source, stories, round(tone, 2) AS tone, round(others, 2) AS others,
  round(tone - others, 2) AS difference,
  round((tone - others) / nullif(sqrt(variance + others_variance), 0), 1) AS z
FROM compared
ORDER BY abs(tone - others) DESC, organisation_id, source
LIMIT 12;
