package org.newstide.mention;

import org.newstide.article.Field;

/** The names written in one field, and its text. */
record FieldHits(Field field, char[] text, Hits hits) {}
