package org.newstide.claim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.newstide.article.Document;
import org.newstide.article.Field;
import org.newstide.catalog.Entity;
import org.newstide.mention.Mention;

/** Reads the shares of a text of our own whose names are looked up without the catalog. */
final class StatedText {
  private static final ShareClaimFinder FINDER = new ShareClaimFinder();
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("Amazon", "amazon"),
          Map.entry("AWS", "amazon"),
          Map.entry("Microsoft", "microsoft"),
          Map.entry("Azure", "microsoft"),
          Map.entry("Google Cloud", "google"),
          Map.entry("Google", "google"),
          Map.entry("Oracle", "oracle"),
          Map.entry("Nvidia", "nvidia"),
          Map.entry("AMD", "amd"),
          Map.entry("OpenAI", "openai"),
          Map.entry("ChatGPT", "openai"),
          Map.entry("Anthropic", "anthropic"),
          Map.entry("Alibaba Cloud", "alibaba"),
          Map.entry("Cloudflare", "cloudflare"));

  private StatedText() {}

  /** The claims of a text, published on 2024-02-10. */
  static List<ShareClaim> claims(String text) {
    return claims("", text);
  }

  static List<ShareClaim> claims(String title, String text) {
    return claims(FINDER, title, text);
  }

  static List<ShareClaim> claims(ShareClaimFinder finder, String text) {
    return claims(finder, "", text);
  }

  private static List<ShareClaim> claims(ShareClaimFinder finder, String title, String text) {
    List<Mention> mentions = new ArrayList<>();
    mentions.addAll(mentions(Field.TITLE, title));
    mentions.addAll(mentions(Field.TEXT, text));
    Optional<LocalDate> published = Optional.of(LocalDate.of(2024, 2, 10));
    return finder.find(new Document(title, text, published), mentions);
  }

  /** The claims as "amazon 31" or "microsoft 60-70", in the order of the text. */
  static List<String> shares(String text) {
    return shares(claims(text));
  }

  static List<String> shares(List<ShareClaim> claims) {
    return claims.stream().map(StatedText::share).toList();
  }

  static String share(ShareClaim claim) {
    String low = number(claim.low());
    String high = number(claim.high());
    return claim.organisationId() + " " + (low.equals(high) ? low : low + "-" + high);
  }

  private static String number(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }

  private static List<Mention> mentions(Field field, String text) {
    List<Mention> mentions = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      String name = nameAt(text, at);
      if (name.isEmpty()) {
        at++;
      } else {
        String id = NAMES.get(name);
        Entity entity = new Entity(id, id, name, Set.of());
        mentions.add(new Mention(field, at, at + name.length(), entity, 1));
        at += name.length();
      }
    }
    return mentions;
  }

  /** The longest name that begins at an offset; empty where none does. */
  private static String nameAt(String text, int at) {
    String longest = "";
    for (String name : NAMES.keySet()) {
      if (text.startsWith(name, at) && name.length() > longest.length()) {
        longest = name;
      }
    }
    return longest;
  }
}
