package org.newstide.reading;

import java.util.List;
import java.util.SortedMap;
import org.newstide.claim.ShareClaim;
import org.newstide.mention.Mention;
import org.newstide.relation.Relation;
import org.newstide.sentiment.Probabilities;

/**
 * All that one pass over an article finds.
 *
 * @param mentions in document order: title first
 * @param sentiment per organisation id
 * @param relations at most one per pair of organisations: the strongest
 * @param claims in document order
 */
public record Reading(
    List<Mention> mentions,
    SortedMap<String, Probabilities> sentiment,
    List<Relation> relations,
    List<ShareClaim> claims) {}
