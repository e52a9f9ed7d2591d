/**
 * The stages of a run. {@link NewstideJob} is the way in: with a {@link RunPlan} it calls extract,
 * trends and publish, and a {@link StageListener} hears of each step.
 *
 * <ol>
 *   <li>{@link ExtractStage} reads the corpus once, in {@link InputPartitions}. {@link
 *       ReadArticles} gives each task's rows to a {@link RowReader}: {@link Sources} names who
 *       published them, {@link QuarantineReason} why one is refused, {@link Candidates} wait to be
 *       read together, {@link ReadingRow} lays out what was read ({@link
 *       org.newstide.reading.Quotation}: in whose words). Of all others only {@link Tallies} and
 *       {@link KeyBlock}s remain. These are the {@link Staged} rows. {@link InputErrors} names the
 *       file that cannot be read.
 *   <li>{@link SentimentEngines} are the readers of tone. Where an encoder reads again, {@link
 *       SecondReading} stages its verdicts. A {@link RunManifest} ends the stage: what was read,
 *       and with what.
 *   <li>{@link TrendsStage} takes the staged rows up as {@link RunWeeks}, those of a {@link
 *       WeekRange}; {@link NoWeek} says why there are none. {@link Versions} chooses one row per
 *       article: {@link RepeatedHalves} finds those that have several, {@link PublishedElsewhere}
 *       those that earlier runs have published in other weeks. Where one has moved out of its week,
 *       {@link Restatement} computes that week again; {@link ReplacedWeeks} notes what a replaced
 *       week means for others.
 *   <li>{@link Evidence} makes tables of them: {@link MatchedArticles} and {@link CorpusWeek}, with
 *       {@link InputCounts} for the ledger. {@link StagedTables} writes these and the weekly
 *       figures, which are computed of them, {@link SideBySide}.
 *   <li>{@link PublishStage} has {@link Audit} check what is staged, {@link Conservation} with it,
 *       replaces the run's weeks, and last of all writes the {@link Ledger}'s row.
 * </ol>
 *
 * <p>{@link Staging} is where each stage finds what the one before it left, and says to whom of two
 * runs the weeks belong. {@link org.newstide.PassingTrouble} tells failures that may be tried
 * again.
 */
package org.newstide.run;
