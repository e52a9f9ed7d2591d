package org.newstide.command;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
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
    Map<String, String> all = new LinkedHashMap<>(overrides);
    if (lake != null) {
      all.put("lake.path", lake);
    }
    return NewstideConfig.load(config == null ? defaultConfig() : config, all);
  }

  private static Path defaultConfig() {
    return Path.of(System.getProperty("newstide.home", "."), "conf", "newstide.conf");
  }
}
