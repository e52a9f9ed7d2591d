package org.newstide.synthetic;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.newstide.article.IsoWeek;
import org.newstide.catalog.Category;
import org.newstide.synthetic.TruthCounts.Kind;

/**
 * The truth beside the corpus, as JSON lines:
 *
 * <ul>
 *   <li>{@code entity_week.jsonl}: per week, category, level and entity what was planted ({@code
 *       planted_share} of the stories, probabilities of the tones, {@code net_sentiment}) and what
 *       was written (mentions, articles, stories, shares on four bases);
 *   <li>{@code articles/}: per article and organisation the tone, whether the title names it, the
 *       count of mentions and the story's original;
 *   <li>{@code corpus.jsonl}: how many rows of each kind.
 * </ul>
 */
final class TruthFiles {
  static final String ENTITY_WEEK = "entity_week.jsonl";
  static final String ARTICLES = "articles";
  static final String CORPUS = "corpus.jsonl";

  private final CorpusPlan plan;
  private final Cast cast;
  private final PlantedTrends trends;

  TruthFiles(CorpusPlan plan, Cast cast, PlantedTrends trends) {
    this.plan = plan;
    this.cast = cast;
    this.trends = trends;
  }

  /** One line per organisation that the article names. */
  void article(JsonFile file, SyntheticArticle article, Story story, SyntheticArticle original)
      throws IOException {
    for (Story.Role role : story.roles()) {
      Cast.Member member = cast.members().get(role.member());
      boolean isFirst = role.equals(story.roles().get(0));
      file.line(
          json -> {
            json.writeStringField("url", article.url());
            json.writeStringField("organisation_id", member.entity().organisationId());
            json.writeStringField("entity_id", member.id());
            json.writeStringField("tone", role.tone().label());
            json.writeBooleanField("in_title", isFirst);
            json.writeNumberField("mentions", role.mentions());
            json.writeStringField("original_url", original.url());
          });
    }
  }

  void totals(Path folder, TruthCounts counts) throws IOException {
    Files.createDirectories(folder);
    try (JsonFile file = new JsonFile(folder.resolve(CORPUS))) {
      file.line(json -> corpus(json, counts));
    }
    try (JsonFile file = new JsonFile(folder.resolve(ENTITY_WEEK))) {
      for (int week = 0; week < plan.weeks(); week++) {
        for (Category category : Category.values()) {
          level(file, counts, week, category, true);
          level(file, counts, week, category, false);
        }
      }
    }
  }

  private static void corpus(JsonGenerator json, TruthCounts counts) throws IOException {
    long read = counts.rows(Kind.values());
    long quarantined = counts.rows(Kind.BAD_TIMESTAMP, Kind.EMPTY_TEXT);
    long duplicates = counts.rows(Kind.EXACT_DUPLICATE);
    json.writeNumberField("read", read);
    json.writeNumberField("accepted", read - quarantined - duplicates);
    json.writeNumberField("exact_duplicates", duplicates);
    json.writeNumberField("quarantined", quarantined);
    json.writeNumberField("matched", counts.rows(Kind.ORIGINAL, Kind.COPY));
    json.writeNumberField("stories", counts.rows(Kind.ORIGINAL));
    json.writeNumberField("copies", counts.rows(Kind.COPY));
    json.writeNumberField("noise", counts.rows(Kind.NOISE));
    json.writeNumberField("look_alikes", counts.rows(Kind.LOOK_ALIKE));
    json.writeNumberField("bad_timestamp", counts.rows(Kind.BAD_TIMESTAMP));
    json.writeNumberField("empty_text", counts.rows(Kind.EMPTY_TEXT));
  }

  /** The lines of one week, category and level: shares are among these. */
  private void level(
      JsonFile file, TruthCounts counts, int week, Category category, boolean isOrganisations)
      throws IOException {
    int[] rivals =
        IntStream.range(0, cast.members().size())
            .filter(i -> i < cast.organisations() == isOrganisations)
            .filter(i -> cast.members().get(i).categories().contains(category))
            .toArray();
    for (int member : rivals) {
      file.line(
          json -> {
            IsoWeek isoWeek = plan.from().plusWeeks(week);
            json.writeStringField("week_start", isoWeek.weekStart().toString());
            json.writeStringField("week_label", isoWeek.label());
            json.writeStringField("category", category.label());
            json.writeStringField("level", isOrganisations ? "organisation" : "offering");
            json.writeStringField("entity_id", cast.members().get(member).id());
            planted(json, week, member, rivals);
            written(json, counts, week, member, rivals);
          });
    }
  }

  private void planted(JsonGenerator json, int week, int member, int[] rivals) throws IOException {
    double all = IntStream.of(rivals).mapToDouble(rival -> expected(week, rival)).sum();
    Tones tones = trends.tones(week, cast.members().get(member).organisation());
    number(json, "planted_share", expected(week, member) / all);
    number(json, "p_negative", tones.negative());
    number(json, "p_neutral", tones.neutral());
    number(json, "p_positive", tones.positive());
    number(json, "net_sentiment", tones.net());
  }

  private double expected(int week, int member) {
    int organisation = cast.members().get(member).organisation();
    double stories = trends.expectedStories(week, organisation, plan.pairs());
    return member == organisation
        ? stories
        : stories * PlantedTrends.OFFERING_PART / cast.offerings(organisation).size();
  }

  private void written(JsonGenerator json, TruthCounts counts, int week, int member, int[] rivals)
      throws IOException {
    long allMentions = IntStream.of(rivals).mapToLong(rival -> counts.mentions(week, rival)).sum();
    long allArticles = IntStream.of(rivals).mapToLong(rival -> counts.articles(week, rival)).sum();
    long allStories = IntStream.of(rivals).mapToLong(rival -> counts.stories(week, rival)).sum();
    json.writeNumberField("mentions", counts.mentions(week, member));
    json.writeNumberField("articles", counts.articles(week, member));
    json.writeNumberField("stories", counts.stories(week, member));
    share(json, "mentions", counts.mentions(week, member), allMentions);
    share(json, "articles", counts.articles(week, member), allArticles);
    share(json, "stories", counts.stories(week, member), allStories);
    number(
        json, "share_of_voice_source_balanced", counts.sourceBalancedShare(week, member, rivals));
  }

  private static void share(JsonGenerator json, String basis, long count, long all)
      throws IOException {
    number(json, "share_of_voice_" + basis, all == 0 ? 0 : (double) count / all);
  }

  private static void number(JsonGenerator json, String field, double value) throws IOException {
    json.writeNumberField(field, Math.rint(value * 1e9) / 1e9);
  }
}
