package io.earlybrd.notifier.mail;

import io.earlybrd.events.HopTimes;
import io.earlybrd.notifier.ledger.LedgerEntry;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** What sending tells its operator. */
@ApplicationScoped
class MailMetrics {

    /** Attempts by class of mail, outcome, and the word for what went wrong. */
    static final String SENT = "earlybrd.mail.sent";

    /** From the moment a crawl first saw a job to the moment a server took the mail: the promise to subscribers. */
    static final String DWELL = "earlybrd.alert.dwell";

    static final String ACCEPTED = "accepted";
    static final String DEFERRED = "deferred";
    static final String UNREACHABLE = "unreachable";
    static final String REFUSED = "refused";
    static final String AMBIGUOUS = "ambiguous";

    private static final String NO_PROBLEM = "none";

    private final MeterRegistry registry;
    private final Timer dwell;
    private final Clock clock;

    MailMetrics(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
        this.dwell = Timer.builder(DWELL)
                .description("From a job first seen to its mail accepted")
                .serviceLevelObjectives(
                        Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofMinutes(5))
                .register(registry);
    }

    void attempted(Attempt attempt) {
        String outcome = word(attempt.outcome());
        String problem = attempt.outcome().problem();
        registry.counter(
                        SENT,
                        "class",
                        attempt.mail().mail().mailClass(),
                        "outcome",
                        outcome,
                        "problem",
                        problem.isEmpty() ? NO_PROBLEM : problem)
                .increment();
        if (outcome.equals(ACCEPTED)) {
            Instant now = clock.instant();
            attempt.mail().entries().stream()
                    .map(LedgerEntry::hops)
                    .map(HopTimes::firstSeenAt)
                    .forEach(seen -> dwell.record(Duration.between(seen, now)));
        }
    }

    private static String word(SmtpOutcome outcome) {
        if (outcome instanceof SmtpOutcome.Accepted) {
            return ACCEPTED;
        }
        if (outcome instanceof SmtpOutcome.Deferred) {
            return DEFERRED;
        }
        if (outcome instanceof SmtpOutcome.Ambiguous) {
            return AMBIGUOUS;
        }
        return outcome instanceof SmtpOutcome.Refused ? REFUSED : UNREACHABLE;
    }
}
