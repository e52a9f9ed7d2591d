/**
 * What ties two organisations in a document. {@link RelationFinder} is the way in.
 *
 * <ol>
 *   <li>{@link FieldWords} are the words of title or text with their stems. A {@link TiePassage} is
 *       the title and a stretch of them; in it stand {@link Couple}s of names near each other, each
 *       of an {@link OrganisationPair}.
 *   <li>{@link TieFeatures} fills {@link FeatureGroups} for a pair: with the words around its
 *       couples, {@link TieFacts} on how they are named, and {@link TieParties}, who the two are by
 *       their {@link Trades}. {@link CueLexicon} finds each {@link Cue} ("partners with", "sues")
 *       of a {@link CuedCouple}.
 *   <li>{@link TieWeights} makes probabilities of them: of no tie, and of each type.
 *   <li>{@link Telling} says whether the text asserts the tie; the result is a {@link Relation}.
 * </ol>
 *
 * <p>{@link TieTraining} fits the weights to {@link LabelledItem}s, those of one article in one
 * fold ({@link ArticleGroups}), and chooses scale and threshold on what was {@link HeldOut}.
 */
package org.newstide.relation;
