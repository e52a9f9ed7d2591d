package org.newstide.command;

import java.io.PrintStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.newstide.run.StageListener;

/** Shows a run's steps with their rows and seconds on the console. */
final class ConsoleProgress implements StageListener {
  private final PrintStream out;
  private final Map<String, Long> started = new HashMap<>();

  ConsoleProgress(PrintStream out) {
    this.out = out;
  }

  @Override
  public synchronized void started(String step) {
    started.put(step, System.nanoTime());
    out.println("newstide: " + step + " ...");
  }

  @Override
  public synchronized void noted(String what) {
    out.println("newstide: note: " + what);
  }

  @Override
  public synchronized void finished(String step, long rows) {
    double seconds = (System.nanoTime() - started.get(step)) / 1e9;
    String done = String.format(Locale.ROOT, "newstide: %s done in %.1f s", step, seconds);
    out.println(
        rows < 0
            ? done
            : done
                + String.format(Locale.ROOT, ", %,d rows, %,.0f a second", rows, rows / seconds));
  }
}
