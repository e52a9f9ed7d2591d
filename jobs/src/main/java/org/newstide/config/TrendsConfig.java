package org.newstide.config;

/**
 * @param minStories below, net sentiment and polarity are null
 * @param lookbackWeeks younger weeks are provisional
 * @param spikeWeeks trailing weeks that a spike is measured against
 */
public record TrendsConfig(int minStories, int lookbackWeeks, int spikeWeeks) {}
