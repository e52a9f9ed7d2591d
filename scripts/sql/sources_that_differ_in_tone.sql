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
    var_samp(tone) AS variance
  FROM articles_read
  GROUP BY organisation_id, source
  HAVING count(*) >= 4
),
compared AS (
  SELECT own.organisation_id, own.source, own.articles, own.tone, own.variance,
    count(*) AS others_articles, avg(other.tone) AS others, var_samp(other.tone) AS others_variance
  FROM by_source AS own
  JOIN articles_read AS other
    ON other.organisation_id = own.organisation_id AND other.source <> own.source
  GROUP BY own.organisation_id, own.source, own.articles, own.tone, own.variance
  HAVING count(*) >= 4
)
SELECT organisation_id, source, articles, round(tone, 2) AS tone, round(others, 2) AS others,
  round(tone - others, 2) AS difference,
  round((tone - others) / sqrt(variance / articles + others_variance / others_articles), 1) AS z
FROM compared
ORDER BY abs(tone - others) DESC, organisation_id, source
LIMIT 12;
