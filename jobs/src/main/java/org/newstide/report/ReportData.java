package org.newstide.report;

import java.util.List;
import java.util.Map;
import org.newstide.shift.ShiftFindings;

/**
 * Everything that a report shows. Its JSON form is what the page's script reads; lists named after
 * a count or a figure hold one value per week of {@link #weeks}, but for those of {@link Earlier}.
 *
 * @param weeks the report's weeks without a gap, in order
 * @param earlierWeeks how many weeks right before them are known, for points over several weeks
 * @param entities organisations and offerings that the weeks or the earlier ones name, most stories
 *     of the weeks first
 * @param pairs organisations with a stated tie, most ties first
 * @param stated market shares that the news states
 * @param spikes weeks in which an organisation stood out, strongest first
 * @param evidence sentences beneath the figures, newest week first
 * @param notes what the figures rest on
 * @param shifts answers of {@code newstide shift}, none where nobody asked
 */
public record ReportData(
    List<Week> weeks,
    int earlierWeeks,
    List<Entity> entities,
    List<Pair> pairs,
    List<Stated> stated,
    List<Spike> spikes,
    List<Evidence> evidence,
    Notes notes,
    List<ShiftFindings> shifts) {

  /**
   * @param label such as 2025-W01
   * @param start its Monday, ISO 8601
   * @param provisional whether late articles may still change it
   * @param accepted articles, whether they name anyone or not; 0 where the week was not measured
   * @param matched articles that name a catalog entity
   */
  public record Week(
      String label, String start, boolean provisional, long read, long accepted, long matched) {}

  /**
   * @param level organisation or offering
   * @param balanced source-balanced share of voice by category, in hundredths of a per cent; 0
   *     where others of the category were named and it was not, null where nobody was
   * @param tones net sentiment by the number of trailing weeks that are pooled
   * @param earlier counts of the weeks before, over which the page pools shares
   */
  public record Entity(
      String id,
      String name,
      String organisation,
      String level,
      List<String> categories,
      List<Long> mentions,
      List<Long> articles,
      List<Long> stories,
      Map<String, List<Integer>> balanced,
      Map<Integer, Tone> tones,
      Earlier earlier) {
    /** Whether the report's weeks name it, and not only earlier ones. */
    public boolean inWeeks() {
      return stories.stream().anyMatch(count -> count > 0);
    }
  }

  /** Of an entity, one value per earlier week, the oldest first. */
  public record Earlier(
      List<Long> mentions,
      List<Long> articles,
      List<Long> stories,
      Map<String, List<Integer>> balanced) {}

  /**
   * Net sentiment with its 95% interval in thousandths; null with too few stories.
   *
   * @param stories how many it rests on; null where the published weeks begin too late for it
   */
  public record Tone(
      List<Long> stories, List<Integer> mean, List<Integer> low, List<Integer> high) {}

  /**
   * @param weeks per week with anything to tell: index of the week, stories that name both, then
   *     those of partnership, investment, tension, competition and hypothetical ties
   */
  public record Pair(String a, String b, List<List<Long>> weeks) {}

  /**
   * One vintage of a stated market share, in per cent.
   *
   * @param voice share of voice over the stated period, per cent; null unless the market is one
   *     whose rivals form a category, the organisation is one of them and the lake holds at least
   *     half of the weeks of the period
   * @param voiceCategory that category; empty without one
   * @param voiceWeeks how many weeks it pools
   */
  public record Stated(
      String organisation,
      String market,
      String geography,
      String period,
      String publisher,
      String asOf,
      double share,
      double low,
      double high,
      long statements,
      boolean approximate,
      Double voice,
      String voiceCategory,
      int voiceWeeks,
      String sentence,
      Origin origin) {}

  /**
   * @param score robust z-score against the trailing weeks
   * @param typical median stories of the trailing weeks
   */
  public record Spike(
      String organisation, int week, double score, long stories, double typical, List<Story> top) {}

  /**
   * @param copies articles that tell it
   */
  public record Story(String title, long copies, Origin origin) {}

  /**
   * @param url an http or https address; null where the corpus gives none
   */
  public record Origin(String source, String url) {}

  /**
   * @param kind favourable, unfavourable, partnership, investment, tension, competition or share
   * @param other the second organisation of a tie; empty otherwise
   * @param weight probability of the tone, confidence of the tie, or the share in per cent
   */
  public record Evidence(
      int week,
      String organisation,
      String other,
      String kind,
      double weight,
      String sentence,
      Origin origin) {}

  /**
   * @param inputs names of the inputs of the newest run
   * @param quarantined rows by reason
   * @param models mentions by the sentiment model that read them
   * @param sources the largest sources by accepted articles
   * @param neverNamed organisations of the catalog that these weeks do not name
   * @param spikeWeeks how many weeks back a spike is measured against
   * @param evidenceFound how many pieces of evidence there are; the report may hold fewer
   */
  public record Notes(
      List<String> inputs,
      long exactDuplicates,
      long sourceCount,
      Map<String, Long> quarantined,
      Map<String, Long> models,
      List<SourceCount> sources,
      List<String> neverNamed,
      long evidenceFound,
      int minStories,
      int spikeWeeks,
      String asOf,
      String codeVersion,
      long runs) {}

  /** Articles of one source. */
  public record SourceCount(String source, long accepted, long matched) {}
}
