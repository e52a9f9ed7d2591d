-- Question: What was read, quarter by quarter, and what became of it?
-- Tables:   corpus_week
-- Reading:  read = accepted + duplicates + quarantined, always. matched is the part of the accepted
--           that names at least one entity of the catalog. A share that jumps while sources or
--           accepted jump may be a change of the corpus, not of the news. weeks is how many had any
--           article; 13 or 14 Mondays lie in a quarter.
SELECT concat(year(week_start), '-Q', quarter(week_start)) AS quarter,
  count(DISTINCT week_start) AS weeks, count(DISTINCT source) AS sources,
  sum(articles_read) AS read, sum(articles_accepted) AS accepted,
  sum(exact_duplicates) AS duplicates, sum(articles_quarantined) AS quarantined,
  sum(articles_matched) AS matched,
  round(100 * sum(articles_matched) / sum(articles_accepted), 1) AS matched_percent
FROM corpus_week
GROUP BY year(week_start), quarter(week_start)
ORDER BY year(week_start), quarter(week_start);
