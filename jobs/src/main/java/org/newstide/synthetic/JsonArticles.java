package org.newstide.synthetic;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Path;

/** Rows as JSON lines. */
final class JsonArticles implements ArticleFile {
  private final JsonFile file;

  JsonArticles(Path path) throws IOException {
    this.file = new JsonFile(path);
  }

  @Override
  public void write(SyntheticArticle article) throws IOException {
    file.line(
        json -> {
          json.writeStringField("url", article.url());
          json.writeStringField("source", article.source());
          writeOptional(json, "published_at", article.publishedAt());
          writeOptional(json, "title", article.title());
          writeOptional(json, "body", article.body());
        });
  }

  private static void writeOptional(JsonGenerator json, String field, String value)
      throws IOException {
    if (!value.isEmpty()) {
      json.writeStringField(field, value);
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
