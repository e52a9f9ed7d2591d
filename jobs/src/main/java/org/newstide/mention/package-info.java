/**
 * Which organisation a span of text means.
 *
 * <ol>
 *   <li>{@link MentionGate} lets go of raw texts without a name, before any cleaning; where a name
 *       may hide behind entities or odd letters, it reads {@link RawLetters}.
 *   <li>{@link MentionFinder} is the way in for cleaned documents. {@link NameScanner} finds where
 *       names are written, the longest first: a {@link PhraseTrie} over folded {@link Letters},
 *       with {@link Versions} taken along and {@link Addresses} left out. {@link Hits} hold the
 *       places, {@link FieldHits} those of a field.
 *   <li>{@link Senses} decides which of them mean their entity, each by a {@link Rule}: by other
 *       names, by {@link ContextWords} or by {@link Deals}, where they are no pieces of {@link
 *       OtherNames}. {@link RulePrecision} knows how often a rule is right.
 *   <li>What is left are {@link Mention}s. {@link MaskedWords} give them, each as one word, to the
 *       packages that read on.
 * </ol>
 */
package org.newstide.mention;
