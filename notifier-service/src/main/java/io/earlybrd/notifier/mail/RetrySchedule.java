package io.earlybrd.notifier.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a mail is tried again: each pause is as long as the mail has waited for servers so far, within bounds, so that pauses
 * double; until it is too old to be news.
 */
final class RetrySchedule {

    private static final Duration LONGEST_DEFERRAL = Duration.ofHours(4);

    private final MailConfig.Retry config;

    RetrySchedule(MailConfig.Retry config) {
        this.config = config;
    }

    /** The pause before the next attempt; empty if the mail is given up. */
    Optional<Duration> pauseAfter(SmtpOutcome outcome, QueuedMail mail, Instant now) {
        Duration waited = Duration.between(mail.offeredAt(), now);
        Duration pause = pauseAfter(outcome, waited);
        Duration age = Duration.between(mail.createdAt(), now);
        return age.plus(pause).compareTo(config.giveUpAfter()) > 0 ? Optional.empty() : Optional.of(pause);
    }

    private Duration pauseAfter(SmtpOutcome outcome, Duration waited) {
        if (outcome instanceof SmtpOutcome.Unreachable) {
            return within(config.unreachable(), config.unreachableMax(), waited);
        }
        // Soon, because it was probably a server that stopped; but never every half minute, as each attempt may be one
        // more copy.
        return outcome instanceof SmtpOutcome.Ambiguous
                ? within(config.unreachableMax(), LONGEST_DEFERRAL, waited)
                : within(config.deferred(), LONGEST_DEFERRAL, waited);
    }

    private static Duration within(Duration shortest, Duration longest, Duration waited) {
        Duration pause = waited.compareTo(shortest) < 0 ? shortest : waited;
        return pause.compareTo(longest) > 0 ? longest : pause;
    }
}
