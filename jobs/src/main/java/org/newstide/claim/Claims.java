package org.newstide.claim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.newstide.article.Field;
import org.newstide.article.Sentence;
import org.newstide.mention.Mention;

/** The claims of one document: each organisation, figure and period once. */
final class Claims {
  private record Key(String organisationId, double low, double high) {}

  private final List<ShareClaim> claims = new ArrayList<>();

  /** Where the claims of a key stand in the list. */
  private final Map<Key, List<Integer>> places = new HashMap<>();

  /**
   * Adds a stated share for each of its holders.
   *
   * @param offset where the sentence's excerpt begins in its field
   */
  void add(Field field, int offset, ClaimSentence sentence, SentenceReading.Stated stated) {
    Sentence span = sentence.span();
    Sentence evidence = new Sentence(span.start() + offset, span.end() + offset);
    Figure figure = stated.figure();
    for (Mention holder : stated.holders()) {
      add(
          new ShareClaim(
              holder.organisationId(),
              figure.low(),
              figure.high(),
              figure.approximate(),
              stated.market(),
              stated.geography(),
              stated.period().map(Period::label),
              stated.former(),
              stated.publisher(),
              field,
              evidence,
              sentence.startOf(figure.from()) + offset));
    }
  }

  private void add(ShareClaim claim) {
    Key key = new Key(claim.organisationId(), claim.low(), claim.high());
    List<Integer> same = places.computeIfAbsent(key, any -> new ArrayList<>());
    for (int place : same) {
      if (isSame(claims.get(place), claim)) {
        claims.set(place, merged(claims.get(place), claim));
        return;
      }
    }
    same.add(claims.size());
    claims.add(claim);
  }

  /** A headline often leaves the period to the text. */
  private static boolean isSame(ShareClaim old, ShareClaim now) {
    boolean open = old.period().isEmpty() || now.period().isEmpty();
    return old.period().equals(now.period()) || open && old.field() != now.field();
  }

  /** Field by field: what the text says counts first, then what was said first. */
  private static ShareClaim merged(ShareClaim old, ShareClaim now) {
    boolean text = old.field() == Field.TITLE && now.field() == Field.TEXT;
    ShareClaim first = text ? now : old;
    ShareClaim other = text ? old : now;
    return new ShareClaim(
        first.organisationId(),
        first.low(),
        first.high(),
        first.approximate(),
        first.market().isEmpty() ? other.market() : first.market(),
        first.geography().or(other::geography),
        first.period().or(other::period),
        // What is elsewhere told as a share of now, or of a known time, is one.
        first.former() && other.former(),
        first.publisher().or(other::publisher),
        first.field(),
        first.evidence(),
        first.at());
  }

  List<ShareClaim> all() {
    return List.copyOf(claims);
  }
}
