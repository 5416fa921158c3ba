package io.earlybrd.notifier.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a mail is tried again: each pause is as long as the mail has waited so far, within bounds, so that pauses double; until it is
 * too old to be news.
 */
final class RetrySchedule {

    private static final Duration LONGEST_DEFERRAL = Duration.ofHours(4);

    private final MailConfig.Retry config;

    RetrySchedule(MailConfig.Retry config) {
        this.config = config;
    }

    /** The pause before the next attempt; empty if the mail is given up. */
    Optional<Duration> pauseAfter(SmtpOutcome outcome, Instant createdAt, Instant now) {
        Duration age = Duration.between(createdAt, now);
        Duration pause = outcome instanceof SmtpOutcome.Unreachable
                ? within(config.unreachable(), config.unreachableMax(), age)
                : within(config.deferred(), LONGEST_DEFERRAL, age);
        return age.plus(pause).compareTo(config.giveUpAfter()) > 0 ? Optional.empty() : Optional.of(pause);
    }

    private static Duration within(Duration shortest, Duration longest, Duration age) {
        Duration pause = age.compareTo(shortest) < 0 ? shortest : age;
        return pause.compareTo(longest) > 0 ? longest : pause;
    }
}
