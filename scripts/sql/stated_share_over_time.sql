-- Question: Which market share is stated for each cloud provider, period by period, and what is its
--           share of voice in the week of the statement?
-- Tables:   reported_share, entity_week
-- Reading:  stated and share_of_voice are different things and never added or subtracted: one is
--           revenue as a publisher estimates it, the other attention in this corpus. Compare stated
--           figures only down one publisher, market and geography. stated is the median over the stories of
--           the vintage; a later restatement of the same period is a row of its own (as_of).
SELECT reported.organisation_id, reported.period,
  if(reported.publisher = '', 'not named', reported.publisher) AS publisher,
  if(reported.market = '', 'not named', reported.market) AS market,
  if(reported.geography = '', 'not named', reported.geography) AS geography,
  reported.as_of, reported.statements, reported.consensus AS stated,
  round(100 * voice.share_of_voice_stories, 1) AS share_of_voice
FROM reported_share AS reported
JOIN entity_week AS voice
  ON voice.week_start = reported.week_start
  AND voice.entity_id = reported.organisation_id
  AND voice.category = 'cloud_provider'
  AND voice.level = 'organisation'
WHERE reported.period <> '' AND reported.market LIKE '%cloud%' AND reported.market NOT LIKE '%gaming%'
ORDER BY reported.organisation_id, reported.period, publisher, market, geography, reported.as_of;
