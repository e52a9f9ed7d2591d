package org.newstide.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The page: one HTML file that holds its data, styles, scripts and charting library. Texts of the
 * corpus stand in it as JSON only, in which no {@code <} is left, and the script shows them as text
 * nodes; the policy in the page's head runs these two scripts by their hash and allows no request
 * to anywhere.
 */
public final class ReportPage {
  private static final String CHARTS =
      "/META-INF/resources/webjars/echarts/5.3.1/dist/echarts.min.js";
  private static final List<String> SCRIPTS =
      List.of(
          "page",
          "colours",
          "chart",
          "share",
          "tone",
          "organisations",
          "pairs",
          "stated",
          "shift",
          "spikes",
          "evidence",
          "notes",
          "main");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{(\\w+)}}");
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private ReportPage() {}

  /** The whole file. */
  public static String of(ReportData data) {
    String charts = resource(CHARTS).strip();
    String script =
        SCRIPTS.stream()
            .map(name -> resource("/report/" + name + ".js"))
            .collect(Collectors.joining("\n", "(() => {\n'use strict';\n", "})();"));
    Map<String, String> parts =
        Map.of(
            "policy", policy(charts, script),
            "style", resource("/report/style.css"),
            "data", json(data),
            "charts", charts,
            "script", script);
    // One pass over the template: a title that reads like a placeholder stays a title.
    return PLACEHOLDER
        .matcher(resource("/report/page.html"))
        .replaceAll(match -> Matcher.quoteReplacement(parts.get(match.group(1))));
  }

  private static String policy(String... scripts) {
    String hashes =
        List.of(scripts).stream().map(ReportPage::hash).collect(Collectors.joining(" "));
    return "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none';"
        + " form-action 'none'; script-src "
        + hashes;
  }

  private static String hash(String script) {
    return "'sha256-" + Base64.getEncoder().encodeToString(DigestUtils.sha256(script)) + "'";
  }

  /** JSON in ASCII; without a {@code <} no text can end the script element it stands in. */
  static String json(ReportData data) {
    try {
      return JSON.writeValueAsString(data).replace("<", "\\u003c");
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String resource(String path) {
    try (InputStream in = ReportPage.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("The class path lacks " + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + path, e);
    }
  }
}
