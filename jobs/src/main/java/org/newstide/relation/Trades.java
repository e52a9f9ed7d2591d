package org.newstide.relation;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;

/**
 * What the organisations of {@code relation/trades.csv} live by: a maker of chips supplies those
 * who make models and competes with makers of chips. Organisations without a line share a trade.
 */
final class Trades implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String RESOURCE = "/relation/trades.csv";

  private final HashMap<String, String> trades;

  private Trades(HashMap<String, String> trades) {
    this.trades = trades;
  }

  static Trades bundled() {
    HashMap<String, String> trades = new HashMap<>();
    try (InputStream in = Trades.class.getResourceAsStream(RESOURCE)) {
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> line.split(",", 2))
          .forEach(cells -> trades.put(cells[0], cells[1]));
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE, e);
    }
    return new Trades(trades);
  }

  String of(String organisation) {
    return trades.getOrDefault(organisation, "unknown");
  }
}
