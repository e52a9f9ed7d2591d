package org.newstide.config;

import java.util.Optional;

/**
 * @param engine the reader
 * @param model a model file instead of the shipped one
 */
public record SentimentConfig(Engine engine, Optional<String> model) {
  /** The sentiment readers. */
  public enum Engine {
    LINEAR
  }
}
