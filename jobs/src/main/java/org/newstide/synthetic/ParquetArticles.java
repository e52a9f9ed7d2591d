package org.newstide.synthetic;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/** Rows as a Parquet file, without Spark: a plain JVM writes it. */
final class ParquetArticles implements ArticleFile {
  private static final MessageType SCHEMA =
      MessageTypeParser.parseMessageType(
          "message article { optional binary url (STRING); optional binary source (STRING);"
              + " optional binary published_at (STRING); optional binary title (STRING);"
              + " optional binary body (STRING); }");

  private final ParquetWriter<SyntheticArticle> writer;

  ParquetArticles(Path path) throws IOException {
    writer =
        new Builder(new LocalOutput(path))
            .withCompressionCodec(CompressionCodecName.ZSTD)
            .withPageWriteChecksumEnabled(true)
            .build();
  }

  @Override
  public void write(SyntheticArticle article) throws IOException {
    writer.write(article);
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }

  private static final class Builder extends ParquetWriter.Builder<SyntheticArticle, Builder> {
    Builder(OutputFile file) {
      super(file);
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    protected WriteSupport<SyntheticArticle> getWriteSupport(Configuration configuration) {
      return new Support();
    }
  }

  private static final class Support extends WriteSupport<SyntheticArticle> {
    private RecordConsumer consumer;

    @Override
    public WriteContext init(Configuration configuration) {
      return new WriteContext(SCHEMA, Map.of());
    }

    @Override
    public void prepareForWrite(RecordConsumer recordConsumer) {
      consumer = recordConsumer;
    }

    @Override
    public void write(SyntheticArticle article) {
      consumer.startMessage();
      field(0, article.url());
      field(1, article.source());
      field(2, article.publishedAt());
      field(3, article.title());
      field(4, article.body());
      consumer.endMessage();
    }

    private void field(int index, String value) {
      if (!value.isEmpty()) {
        String name = SCHEMA.getFieldName(index);
        consumer.startField(name, index);
        consumer.addBinary(Binary.fromString(value));
        consumer.endField(name, index);
      }
    }
  }
}
