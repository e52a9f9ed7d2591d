-- Question: Who is named with whom, and is that more often than chance would have it?
-- Tables:   pair_week, mentions
-- Reading:  together counts stories that name both (a story that runs over two weeks counts in
--           each). lift is together by what would be expected if the two were named independently
--           of each other among all matched stories: 1 is chance, 2 twice as often. Big names meet
--           often by their size alone; the lift takes that out.
WITH named AS (
  SELECT organisation_id, count(DISTINCT week_start, story_id) AS stories
  FROM mentions
  GROUP BY organisation_id
),
everything AS (
  SELECT count(DISTINCT week_start, story_id) AS stories FROM mentions
),
pairs AS (
  SELECT organisation_a, organisation_b, sum(co_mention_stories) AS together
  FROM pair_week
  GROUP BY organisation_a, organisation_b
)
SELECT organisation_a, organisation_b, together, a.stories AS stories_a, b.stories AS stories_b,
  round(together * everything.stories / (a.stories * b.stories), 1) AS lift
FROM pairs
JOIN named AS a ON a.organisation_id = organisation_a
JOIN named AS b ON b.organisation_id = organisation_b
CROSS JOIN everything
WHERE together >= 3
ORDER BY together DESC, organisation_a, organisation_b
LIMIT 15;
