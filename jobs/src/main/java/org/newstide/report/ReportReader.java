package org.newstide.report;

import java.util.List;
import java.util.Optional;
import org.newstide.article.IsoWeek;
import org.newstide.catalog.Catalog;
import org.newstide.config.TrendsConfig;
import org.newstide.shift.ShiftFindings;
import org.newstide.shift.ShiftQuestion;
import org.newstide.shift.ShiftReader;
import org.newstide.table.PublishedTables;
import org.newstide.table.PublishedWeeks;

/** Reads a report's data from the published tables. */
public final class ReportReader {
  private final PublishedTables tables;
  private final Catalog catalog;
  private final TrendsConfig trends;

  /**
   * @param catalog names the organisations
   * @param trends as the tables were computed
   */
  public ReportReader(PublishedTables tables, Catalog catalog, TrendsConfig trends) {
    this.tables = tables;
    this.catalog = catalog;
    this.trends = trends;
  }

  /**
   * Reads the weeks from {@code from} to {@code to}.
   *
   * @param from by default so many weeks before the last
   * @param to by default the last published
   * @param most how many weeks where {@code from} does not say
   * @param question answered beside, over all published weeks unless it names others
   * @throws org.newstide.NewstideException {@code NO_WEEKS} where none of them was published
   */
  public ReportData read(
      Optional<IsoWeek> from, Optional<IsoWeek> to, int most, Optional<ShiftQuestion> question) {
    PublishedWeeks weeks = PublishedWeeks.latest(tables, from, to, most);
    EntityReader reader = new EntityReader(tables, weeks, new Names(catalog), trends.minStories());
    List<ReportData.Entity> entities = reader.entities();
    EvidenceReader.Found evidence = new EvidenceReader(tables, weeks).evidence();
    return new ReportData(
        reader.weeks(),
        reader.earlierWeeks(),
        entities,
        PairReader.pairs(tables, weeks),
        new StatedReader(tables, weeks).stated(),
        new SpikeReader(tables, weeks, trends.spikeWeeks()).spikes(),
        evidence.kept(),
        new NotesReader(tables, weeks).notes(catalog, entities, evidence.all(), trends),
        question.map(asked -> withWebAddresses(new ShiftReader(tables, asked).findings())).stream()
            .toList());
  }

  private static ShiftFindings withWebAddresses(ShiftFindings findings) {
    return new ShiftFindings(
        findings.from(),
        findings.to(),
        findings.partner(),
        findings.weeks(),
        findings.figures(),
        findings.evidence().stream()
            .map(sentence -> sentence.withUrl(WebAddress.orNull(sentence.url())))
            .toList());
  }
}
