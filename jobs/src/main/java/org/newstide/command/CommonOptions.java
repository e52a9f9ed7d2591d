package org.newstide.command;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.newstide.config.NewstideConfig;
import picocli.CommandLine.Option;

/** The options that every command with a configuration takes. */
public final class CommonOptions {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "HOCON configuration (default: conf/newstide.conf of the installation).")
  private Path config;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Set one configuration key, such as corpus.path=DIR; repeatable.")
  private Map<String, String> overrides = new LinkedHashMap<>();

  @Option(
      names = "--lake",
      paramLabel = "DIR",
      description = "Where the Delta tables live; the same as --set lake.path=DIR.")
  private String lake;

  /** The validated configuration. */
  public NewstideConfig load() {
    return NewstideConfig.load(file(), settings());
  }

  /** The catalog's folder, even where the configuration is invalid. */
  public Optional<Path> catalogPath() {
    return NewstideConfig.catalogPath(file(), settings());
  }

  private Path file() {
    return config == null
        ? Path.of(System.getProperty("newstide.home", "."), "conf", "newstide.conf")
        : config;
  }

  private Map<String, String> settings() {
    Map<String, String> all = new LinkedHashMap<>(overrides);
    if (lake != null) {
      all.put("lake.path", lake);
    }
    return all;
  }
}
