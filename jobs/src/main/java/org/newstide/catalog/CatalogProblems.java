package org.newstide.catalog;

import java.util.ArrayList;
import java.util.List;
import org.newstide.ExitCode;
import org.newstide.NewstideException;

/** Everything wrong with a catalog: people mend it all at once. */
final class CatalogProblems {
  private static final String MEND_THIS = "Mend this line";

  private record Problem(String code, String file, int line, String text) {
    String place() {
      return file + ":" + line;
    }

    NewstideException withText(String whole, String remedy) {
      return new NewstideException(ExitCode.USAGE_OR_CONFIG, code, whole, place(), remedy);
    }
  }

  private final List<Problem> found = new ArrayList<>();

  void add(String code, EntityEntry entry, String text) {
    add(code, entry.file(), entry.line(), text);
  }

  void add(String code, String file, int line, String text) {
    found.add(new Problem(code, file, line, text));
  }

  /** Every problem by itself. */
  List<NewstideException> each() {
    return found.stream().map(problem -> problem.withText(problem.text(), MEND_THIS)).toList();
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
          .append(more.place())
          .append(": ")
          .append(more.text());
    }
    throw first.withText(
        text.toString(), found.size() == 1 ? MEND_THIS : "Mend these " + found.size() + " lines");
  }
}
