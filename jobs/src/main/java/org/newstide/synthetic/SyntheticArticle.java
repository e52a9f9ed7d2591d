package org.newstide.synthetic;

/**
 * A row of the corpus, in the columns {@code url, source, published_at, title, body}. The date is
 * text, so that it can be broken; an empty title or body is stored as absent.
 */
record SyntheticArticle(String url, String source, String publishedAt, String title, String body) {}
