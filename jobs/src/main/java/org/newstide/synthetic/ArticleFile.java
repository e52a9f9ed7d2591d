package org.newstide.synthetic;

import java.io.IOException;
import java.nio.file.Path;

/** Writes the rows of one slice to one file. */
interface ArticleFile extends AutoCloseable {
  void write(SyntheticArticle article) throws IOException;

  @Override
  void close() throws IOException;

  static ArticleFile create(CorpusPlan.Format format, Path folder, String name) throws IOException {
    return switch (format) {
      case PARQUET -> new ParquetArticles(folder.resolve(name + ".parquet"));
      case JSON -> new JsonArticles(folder.resolve(name + ".jsonl"));
    };
  }
}
