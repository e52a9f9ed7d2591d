package org.newstide;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The folder of corpora and labelled sets, which is no part of the repository. */
public final class SharedFolder {
  private SharedFolder() {}

  /** A file of the folder; the test that asks for it is skipped where it is absent. */
  public static Path file(String name) {
    String chosen = System.getenv("NEWSTIDE_SHARED");
    Path folder =
        chosen != null
            ? Path.of(chosen)
            : Path.of(System.getProperty("newstide.root"), "../shared");
    Path file = folder.resolve(name);
    Assumptions.assumeTrue(Files.exists(file), () -> "skipped: there is no " + file);
    return file;
  }
}
