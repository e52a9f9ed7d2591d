package org.newstide.article;

/**
 * A sentence of a cleaned text: UTF-16 offsets, end exclusive, without the white space around it.
 */
public record Sentence(int start, int end) {
  public boolean contains(int offset) {
    return start <= offset && offset < end;
  }
}
