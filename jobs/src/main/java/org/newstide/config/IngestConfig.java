package org.newstide.config;

import java.time.LocalDate;
import java.util.Optional;

/**
 * @param maxDocumentBytes longer articles go to quarantine
 * @param asOf the day that counts as today; empty for the clock's, UTC
 * @param earliest earlier dates are not believed
 * @param futureDays dates further ahead are not believed
 */
public record IngestConfig(
    int maxDocumentBytes, Optional<LocalDate> asOf, LocalDate earliest, int futureDays) {}
