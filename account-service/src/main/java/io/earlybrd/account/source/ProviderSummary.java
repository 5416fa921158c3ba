package io.earlybrd.account.source;

import java.time.Instant;
import java.util.Optional;

/**
 * How the sources of a provider fare.
 *
 * @param on how many are polled
 * @param off how many are switched off
 * @param unread of those that are polled, how many were never read
 * @param trouble of those that are polled, how many do not give their jobs
 */
public record ProviderSummary(
        String provider, int on, int off, int unread, int trouble, int openJobs, Optional<Instant> lastSuccessAt) {}
