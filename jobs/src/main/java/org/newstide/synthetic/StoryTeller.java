package org.newstide.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.newstide.sentiment.Label;
import org.newstide.synthetic.Phrasebook.Place;
import org.newstide.synthetic.Story.Role;

/** Writes the articles of the corpus, one after the other, from one source of randomness. */
final class StoryTeller {
  private final Phrasebook phrases;
  private final Cast cast;
  private final PlantedTrends trends;
  private final double pairs;
  private final SplittableRandom random;
  private final StringBuilder text = new StringBuilder(1024);

  StoryTeller(
      Phrasebook phrases, Cast cast, PlantedTrends trends, double pairs, SplittableRandom random) {
    this.phrases = phrases;
    this.cast = cast;
    this.trends = trends;
    this.pairs = pairs;
    this.random = random;
  }

  /** A story of a week about one organisation or two, each in its planted tone. */
  Story story(int week) {
    int first = trends.organisation(week, random);
    boolean isPair = random.nextDouble() < pairs;
    Subject subject = subject(week, first);
    String title = sentence(subject, Place.TITLE);
    text.setLength(0);
    subject.tell(Place.LEAD);
    List<Subject> subjects = new ArrayList<>(List.of(subject));
    if (isPair) {
      Subject second = subject(week, trends.other(week, first, random));
      subjects.add(second);
      second.tell(Place.LEAD);
    }
    background();
    subject.tell(Place.MORE);
    if (random.nextBoolean()) {
      background();
    }
    return new Story(subjects.stream().map(Subject::role).toList(), title, text.toString());
  }

  /** An article of a kind that names nobody: {@code noise} or {@code lookalike}. */
  Story nobody(String kind) {
    text.setLength(0);
    phrases.tell(text, random, kind + ".title");
    String title = text.toString();
    text.setLength(0);
    for (int i = random.nextInt(2, 5); i > 0; i--) {
      space();
      phrases.tell(text, random, i == 1 ? kind + ".body" : "noise.body");
    }
    return new Story(List.of(), title, text.toString());
  }

  /** The story as another source prints it: with a place before it, a credit after it, or both. */
  Story copy(Story story) {
    text.setLength(0);
    int edits = random.nextInt(1, 4);
    if ((edits & 1) != 0) {
      text.append(draw(phrases.words("place"))).append(" - ");
    }
    text.append(story.body());
    if ((edits & 2) != 0) {
      text.append(' ');
      phrases.tell(text, random, "credit");
    }
    return new Story(story.roles(), story.title(), text.toString());
  }

  private void background() {
    space();
    phrases.tell(text, random, "background");
  }

  private String sentence(Subject subject, Place place) {
    text.setLength(0);
    subject.tell(place);
    return text.toString();
  }

  private void space() {
    if (!text.isEmpty()) {
      text.append(' ');
    }
  }

  private <T> T draw(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private Subject subject(int week, int organisation) {
    List<Integer> offerings = cast.offerings(organisation);
    boolean isOffering = !offerings.isEmpty() && random.nextDouble() < PlantedTrends.OFFERING_PART;
    return new Subject(
        isOffering ? draw(offerings) : organisation, trends.tone(week, organisation, random));
  }

  /** Who a story in the making speaks of. */
  private final class Subject {
    private final int member;
    private final Label tone;
    private int mentions;

    Subject(int member, Label tone) {
      this.member = member;
      this.tone = tone;
    }

    void tell(Place place) {
      List<String> names = cast.members().get(member).names();
      space();
      phrases.tell(text, random, place, tone, random.nextBoolean() ? names.get(0) : draw(names));
      mentions++;
    }

    Role role() {
      return new Role(member, tone, mentions);
    }
  }
}
