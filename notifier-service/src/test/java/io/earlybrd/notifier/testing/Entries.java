package io.earlybrd.notifier.testing;

import io.earlybrd.events.AlertMatch;
import io.earlybrd.events.HopTimes;
import io.earlybrd.events.JobSummary;
import io.earlybrd.events.Reason;
import io.earlybrd.notifier.gate.QuietWindow;
import io.earlybrd.notifier.gate.Recipient;
import io.earlybrd.notifier.gate.Recipient.Alert;
import io.earlybrd.notifier.gate.Recipient.Entitlement;
import io.earlybrd.notifier.gate.Recipient.Person;
import io.earlybrd.notifier.ledger.Fate;
import io.earlybrd.notifier.ledger.LedgerEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Entries of the ledger and what is known of their recipients, for tests without a database. */
public final class Entries {

    public static final Instant NOW = Instant.parse("2026-11-23T09:06:41Z");
    public static final UUID ALICE = UUID.fromString("01890000-0000-7000-8000-00000000a11c");

    private Entries() {}

    /** A pending entry of Alice, recorded just now. */
    public static LedgerEntry entry(String jobId, Alert... alerts) {
        return entry(jobId, Cast.job("Platform Engineer", "Fjordbank", NOW), NOW, alerts);
    }

    /** A pending entry of Alice for any job. */
    public static LedgerEntry entry(String jobId, JobSummary job, Instant recordedAt, Alert... alerts) {
        List<AlertMatch> matches = Stream.of(alerts)
                .map(alert ->
                        new AlertMatch(alert.alertId(), 1, List.of(new Reason("\"platform engineer\"", "title", 0))))
                .toList();
        return new LedgerEntry(
                ALICE,
                jobId,
                1,
                job,
                new HopTimes(recordedAt, recordedAt, recordedAt),
                false,
                "",
                matches,
                Fate.PENDING,
                Optional.of("coalescing"),
                recordedAt,
                Optional.empty(),
                Optional.empty(),
                recordedAt,
                recordedAt);
    }

    /** The same entry, whose job the employer has taken down. */
    public static LedgerEntry closed(LedgerEntry entry) {
        return new LedgerEntry(
                entry.subscriberId(),
                entry.jobId(),
                entry.version(),
                entry.job(),
                entry.hops(),
                true,
                entry.traceparent(),
                entry.alerts(),
                entry.fate(),
                entry.reason(),
                entry.dueAt(),
                entry.mailId(),
                entry.messageId(),
                entry.recordedAt(),
                entry.changedAt());
    }

    /** Alice in trial, with these alerts. */
    public static Recipient alice(Alert... alerts) {
        return alice(person(), alerts);
    }

    /** Alice with a confirmed address in Berlin. */
    public static Person person() {
        return person("Europe/Berlin", Optional.empty(), Optional.empty());
    }

    /** Alice elsewhere, with quiet hours or a digest at an hour of her choice. */
    public static Person person(String zone, Optional<QuietWindow> quietHours, Optional<Integer> digestHour) {
        return new Person(
                false,
                Optional.of("alice@post.example"),
                true,
                Optional.of(zone),
                digestHour,
                Optional.empty(),
                quietHours,
                true,
                Optional.empty());
    }

    /** Alice in trial as this person, with these alerts. */
    public static Recipient alice(Person person, Alert... alerts) {
        return new Recipient(ALICE, Optional.of(person), Optional.of(trial()), false, List.of(alerts));
    }

    /** A trial that runs for ten days. */
    public static Entitlement trial() {
        return new Entitlement(true, Optional.of(NOW.plus(Duration.ofDays(10))), "trial");
    }

    /** A running alert of this cadence. */
    public static Alert alert(String name, String cadence) {
        return alert(name, cadence, false, Optional.empty(), Optional.empty());
    }

    /** An alert in any state. */
    public static Alert alert(
            String name, String cadence, boolean paused, Optional<Instant> resumedAt, Optional<Instant> stoppedAt) {
        return new Alert(
                UUID.randomUUID(),
                1,
                false,
                Optional.of(name),
                Optional.of(cadence),
                paused,
                resumedAt,
                stoppedAt,
                List.of());
    }
}
