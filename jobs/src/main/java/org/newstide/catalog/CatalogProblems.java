package org.newstide.catalog;

import java.util.ArrayList;
import java.util.List;
import org.newstide.ExitCode;
import org.newstide.NewstideException;

/** Everything wrong with a catalog: people mend it all at once. */
final class CatalogProblems {
  private record Problem(String code, String file, int line, String text) {}

  private final List<Problem> found = new ArrayList<>();

  void add(String code, EntityEntry entry, String text) {
    add(code, entry.file(), entry.line(), text);
  }

  void add(String code, String file, int line, String text) {
    found.add(new Problem(code, file, line, text));
  }

  /**
   * The first problem's code and place head the message, further ones follow, each with its own.
   */
  void throwIfAny() {
    if (found.isEmpty()) {
      return;
    }
    Problem first = found.get(0);
    StringBuilder text = new StringBuilder(first.text());
    for (Problem more : found.subList(1, found.size())) {
      text.append("\n  ")
          .append(more.code())
          .append(": ")
          .append(more.file())
          .append(':')
          .append(more.line())
          .append(": ")
          .append(more.text());
    }
    throw new NewstideException(
        ExitCode.USAGE_OR_CONFIG,
        first.code(),
        text.toString(),
        first.file() + ":" + first.line(),
        found.size() == 1 ? "Mend this line" : "Mend these " + found.size() + " lines");
  }
}
