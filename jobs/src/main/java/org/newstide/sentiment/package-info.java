/**
 * How a document speaks of an organisation: a {@link Target} is a span that names it, {@link
 * Probabilities} over the {@link Label}s are the answer, {@link TargetedSentiment} is whoever gives
 * it. {@link LinearSentiment} does for every mention, by one thread's {@link Workspace}:
 *
 * <ol>
 *   <li>{@link Tokens} are the document's words as hashes, with what the {@link Lexicon} knows.
 *   <li>{@link MaskedTokens} are the same with the target's and the others' names masked.
 *   <li>{@link TargetFeatures} tells the words around each name, outwards on each {@link
 *       SentenceSide}, and those of the whole document, as features.
 *   <li>The model's weights and {@link Calibration} are those of the document's {@link Form}.
 * </ol>
 *
 * <p>{@link LinearTraining} makes such a model: {@link TrainingSet} reads {@link Example}s, {@link
 * FormFeatures} are what is learned of them, {@link Quality} reports it. {@link EncoderPassage} is
 * the part of a document that the second reader reads, in package {@code reread}.
 */
package org.newstide.sentiment;
