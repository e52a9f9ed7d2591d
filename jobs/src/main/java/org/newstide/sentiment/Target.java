package org.newstide.sentiment;

import org.newstide.article.Field;

/**
 * A span whose holder's sentiment is asked for: UTF-16 offsets in the cleaned field, end exclusive.
 */
public record Target(Field field, int start, int end) {}
