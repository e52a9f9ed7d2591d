package org.newstide.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * @param engine the reader
 * @param model a linear model's file instead of the shipped one
 * @param encoder folder of the encoder that the engines spark-nlp and cascade read with
 * @param cascade what the engine cascade gives to the encoder
 */
public record SentimentConfig(
    Engine engine, Optional<String> model, Path encoder, Cascade cascade) {
  /** The sentiment readers. */
  public enum Engine {
    /** A linear model reads every mention. */
    LINEAR,
    /** An encoder in Spark NLP reads every matched article after the linear model. */
    SPARK_NLP,
    /** The encoder reads only what the linear model is unsure of, within a budget. */
    CASCADE
  }

  /**
   * @param margin between the linear model's two most probable classes; below it, it is unsure
   * @param budget most articles per organisation and week that the encoder reads
   */
  public record Cascade(double margin, int budget) {}
}
