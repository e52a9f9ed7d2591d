package org.newstide.config;

import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValueFactory;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Tells whether two configurations compute the same. Places are left out: a corpus, a model and an
 * encoder may move, and hashes of their contents stand in the ledger beside this one.
 */
final class ConfigHash {
  /** Components of the configuration's records. */
  private static final Set<String> PLACES = Set.of("path", "model", "encoder");

  private ConfigHash() {}

  /** SHA-256, in hexadecimal, over JSON of all settings in order of their names. */
  static String of(Map<String, Object> settings) {
    Map<String, Object> named = new HashMap<>();
    settings.forEach((name, setting) -> named.put(name, plain(setting)));
    return DigestUtils.sha256Hex(
        ConfigValueFactory.fromMap(named).render(ConfigRenderOptions.concise()));
  }

  private static Object plain(Object setting) {
    if (setting instanceof Optional<?> optional) {
      return optional.map(ConfigHash::plain).orElse(null);
    }
    if (setting instanceof List<?> list) {
      return list.stream().map(ConfigHash::plain).toList();
    }
    return setting instanceof Record settings ? plain(settings) : String.valueOf(setting);
  }

  private static Map<String, Object> plain(Record settings) {
    Map<String, Object> named = new HashMap<>();
    for (RecordComponent component : settings.getClass().getRecordComponents()) {
      if (!PLACES.contains(component.getName())) {
        named.put(component.getName(), plain(value(settings, component)));
      }
    }
    return named;
  }

  private static Object value(Record settings, RecordComponent component) {
    try {
      return component.getAccessor().invoke(settings);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("No " + component + " in " + settings, e);
    }
  }
}
