package org.newstide.claim;

import java.util.Optional;
import org.newstide.mention.Mention;

/**
 * Someone who can hold a share: a catalog name, or another capitalised name that only keeps a
 * figure from being given to the wrong one.
 *
 * @param from index of its first word
 * @param to index behind its last word, product names included ("Amazon Prime Video")
 */
record Party(int from, int to, Optional<Mention> mention) {}
