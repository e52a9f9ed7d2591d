-- Question: When did the corpus first name an organisation or offering, where, and in which words?
-- Tables:   mentions, articles
-- Reading:  the first mention in what was read, not in the world: before the corpus begins there is
--           nothing to find, so the names of its first weeks say little. Newest first.
WITH ranked AS (
  SELECT mentions.*,
    row_number() OVER (
      PARTITION BY entity_id ORDER BY published_at, article_id, field DESC, char_start) AS place
  FROM mentions
)
SELECT ranked.entity_id, ranked.organisation_id, date(ranked.published_at) AS day, ranked.source,
  ranked.surface, articles.title
FROM ranked
JOIN articles USING (article_id)
WHERE place = 1
ORDER BY ranked.published_at DESC, ranked.entity_id
LIMIT 15;
