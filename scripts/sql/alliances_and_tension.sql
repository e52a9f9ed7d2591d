-- Question: Month by month, do stories of a pair tell of alliance or of tension?
-- Tables:   pair_week
-- Reading:  alignment = (partnership + investment - tension) by their sum, -1 to 1. The bounds are
--           Wilson's 95% interval, as in docs/definitions.md: with one or two stories they span
--           nearly everything, and only what they exclude is found. Competition stands apart:
--           rivals may be partners.
WITH question AS (
  SELECT 'microsoft' AS one, 'openai' AS other
),
months AS (
  SELECT date_format(week_start, 'yyyy-MM') AS month, sum(co_mention_stories) AS together,
    sum(partnership) AS partnership, sum(investment) AS investment, sum(tension) AS tension,
    sum(competition) AS competition, sum(hypothetical_stories) AS hypothetical,
    sum(partnership + investment + tension) AS n,
    try_divide(sum(partnership + investment), sum(partnership + investment + tension)) AS favourable
  FROM pair_week
  JOIN question ON organisation_a = least(one, other) AND organisation_b = greatest(one, other)
  GROUP BY month
),
wilson AS (
  SELECT *, 1 + 3.8416 / n AS scale, favourable + 1.9208 / n AS middle,
    1.96 * sqrt(favourable * (1 - favourable) / n + 0.9604 / (n * n)) AS half
  FROM months
)
SELECT month, together, partnership, investment, tension, competition, hypothetical,
  round(2 * favourable - 1, 2) AS alignment,
  round(2 * (middle - half) / scale - 1, 2) AS low,
  round(2 * (middle + half) / scale - 1, 2) AS high
FROM wilson
ORDER BY month;
