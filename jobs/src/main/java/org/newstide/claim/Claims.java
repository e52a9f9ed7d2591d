package org.newstide.claim;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.newstide.article.Field;
import org.newstide.article.Sentence;
import org.newstide.mention.Mention;

/** The claims of one document: each organisation, figure and period once. */
final class Claims {
  private record Key(String organisationId, double low, double high, Optional<String> period) {}

  private final Map<Key, ShareClaim> claims = new LinkedHashMap<>();

  /**
   * Adds a stated share for each of its holders.
   *
   * @param offset where the sentence's excerpt begins in its field
   */
  void add(Field field, int offset, ClaimSentence sentence, SentenceReading.Stated stated) {
    Sentence span = sentence.span();
    Sentence evidence = new Sentence(span.start() + offset, span.end() + offset);
    Figure figure = stated.figure();
    Optional<String> period = stated.period().map(Period::label);
    for (Mention holder : stated.holders()) {
      ShareClaim claim =
          new ShareClaim(
              holder.organisationId(),
              figure.low(),
              figure.high(),
              figure.approximate(),
              stated.market(),
              stated.geography(),
              period,
              stated.publisher(),
              field,
              evidence);
      Key key = new Key(holder.organisationId(), figure.low(), figure.high(), period);
      // A headline often leaves the market to the text.
      claims.merge(key, claim, (old, now) -> old.market().isEmpty() ? now : old);
    }
  }

  List<ShareClaim> all() {
    return List.copyOf(claims.values());
  }
}
