/**
 * Which market shares a document states. {@link ShareClaimFinder} is the way in; a document goes
 * through the classes in this order.
 *
 * <ol>
 *   <li>{@link FigureGate} passes over texts without a figure; of the others {@link Excerpts} takes
 *       the sentences around the figures.
 *   <li>{@link SentenceWords} are a sentence's words and their kinds in the {@link ShareLexicon}.
 *       {@link Figures} (a {@link Numeral} with a sign, or a {@link Fraction}) and {@link Parties}
 *       found in them make a {@link ClaimSentence}.
 *   <li>{@link SenseReader} tells what each figure measures, its {@link Sense}: by the {@link
 *       Whole} behind "31% of", or by the {@link ShareBefore} it. In a {@link Contest} none need
 *       say so.
 *   <li>{@link Holders} tells who holds it, the {@link Held}: by {@link Groups}, {@link Brackets},
 *       {@link Owners} or the {@link Subject} of the clause. The {@link Context} is what the
 *       sentence before left to this one.
 *   <li>{@link MarketName}, {@link Geography}, {@link Period} and {@link Publishers} tell of what,
 *       where, when, and who counted.
 *   <li>{@link SentenceReading} takes these steps for one sentence, and leaves the next its
 *       context. {@link Claims} keeps each {@link ShareClaim} once.
 * </ol>
 *
 * <p>A new word goes into {@code claim/lexicon.txt}, a new wording into {@code
 * claim/passages.jsonl} of the tests first.
 */
package org.newstide.claim;
