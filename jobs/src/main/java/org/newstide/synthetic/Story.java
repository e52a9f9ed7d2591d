package org.newstide.synthetic;

import java.util.List;
import org.newstide.sentiment.Label;

/**
 * An event as it is told once and copied.
 *
 * @param roles who it is about, the first in the title
 */
record Story(List<Role> roles, String title, String body) {
  /**
   * @param member index in the cast: the organisation or offering that is named
   * @param tone how the story leaves it standing
   * @param mentions how often it is named
   */
  record Role(int member, Label tone, int mentions) {}
}
