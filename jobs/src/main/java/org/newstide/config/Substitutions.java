package org.newstide.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigResolveOptions;
import com.typesafe.config.ConfigResolver;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills in {@code ${...}}; the library stops at the first that is not set, this notes them all. */
final class Substitutions {
  private static final Pattern NAME = Pattern.compile("\\$\\{([^}?]+)}");

  private Substitutions() {}

  static Config resolve(Config config, Problems problems) {
    Set<String> unset = new HashSet<>();
    ConfigResolveOptions options =
        ConfigResolveOptions.defaults().appendResolver(new StandIns(unset));
    while (true) {
      try {
        return config.resolve(options);
      } catch (ConfigException.UnresolvedSubstitution e) {
        Matcher named = NAME.matcher(e.getMessage());
        if (!named.find() || !unset.add(named.group(1))) {
          throw Problems.invalid("a substitution ${...} cannot be resolved", "", null);
        }
        problems.addUnset(e.origin(), named.group(1));
      }
    }
  }

  private record StandIns(Set<String> unset) implements ConfigResolver {
    @Override
    public ConfigValue lookup(String path) {
      return unset.contains(path) ? ConfigValueFactory.fromAnyRef("unset") : null;
    }

    @Override
    public ConfigResolver withFallback(ConfigResolver fallback) {
      return this;
    }
  }
}
