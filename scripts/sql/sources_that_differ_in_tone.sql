-- Question: Which outlets speak of an organisation more or less favourably than the others do?
-- Tables:   mentions
-- Reading:  tone is the mean over the outlet's articles of p_positive - p_negative; others is the
--           same over all other outlets. z is their difference by its standard error: among many
--           outlets a few beyond 2 are chance. At least four articles on either side.
WITH articles_read AS (
  SELECT organisation_id, source, article_id, avg(p_positive - p_negative) AS tone
  FROM mentions
  GROUP BY organisation_id, source, article_id
),
by_source AS (
  SELECT organisation_id, source, count(*) AS articles, avg(tone) AS tone,
    var_samp(tone) AS variance, sum(tone) AS total, sum(tone * tone) AS squares
  FROM articles_read
  GROUP BY organisation_id, source
),
with_others AS (
  SELECT *, (sum(articles) OVER everyone) - articles AS others_articles,
    (sum(total) OVER everyone) - total AS others_total, (sum(squares) OVER everyone) - squares AS others_squares
  FROM by_source
  WINDOW everyone AS (PARTITION BY organisation_id)
),
compared AS (
  SELECT *, others_total / others_articles AS others,
    greatest(0, others_squares - others_total * others_total / others_articles)
      / (others_articles - 1) AS others_variance
  FROM with_others
  WHERE articles >= 4 AND others_articles >= 4
)
SELECT organisation_id, source, articles, round(tone, 2) AS tone, round(others, 2) AS others,
  round(tone - others, 2) AS difference,
  round((tone - others) / sqrt(variance / articles + others_variance / others_articles), 1) AS z
FROM compared
ORDER BY abs(tone - others) DESC, organisation_id, source
LIMIT 12;
