-- Question: Which organisations gained or lost most share of voice, latest four weeks against the
--           four before?
-- Tables:   entity_week
-- Reading:  shares are of stories, within their category, pooled over the weeks: the sum of an
--           organisation's stories by the sum of all stories of the category. gain is in percentage
--           points. A gain that rests on a handful of stories (stories_now) is chance as likely as
--           not. A falling share may go with rising attention: rivals rose faster.
WITH newest AS (
  SELECT max(week_start) AS week FROM entity_week
),
windowed AS (
  SELECT category, entity_id,
    sum(if(week_start > week - INTERVAL 28 DAYS, stories, 0)) AS stories_now,
    sum(if(week_start > week - INTERVAL 28 DAYS, 0, stories)) AS stories_before
  FROM entity_week CROSS JOIN newest
  WHERE level = 'organisation' AND week_start > week - INTERVAL 56 DAYS
  GROUP BY category, entity_id
),
shares AS (
  SELECT category, entity_id, stories_before, stories_now,
    100 * stories_before / sum(stories_before) OVER (PARTITION BY category) AS before,
    100 * stories_now / sum(stories_now) OVER (PARTITION BY category) AS now
  FROM windowed
)
SELECT category, entity_id, stories_before, stories_now,
  round(before, 1) AS share_before, round(now, 1) AS share_now, round(now - before, 1) AS gain
FROM shares
WHERE stories_before + stories_now > 0
ORDER BY abs(now - before) DESC, category, entity_id
LIMIT 12;
