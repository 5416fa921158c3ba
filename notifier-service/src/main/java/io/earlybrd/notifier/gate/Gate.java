package io.earlybrd.notifier.gate;

import io.earlybrd.events.AlertMatch;
import io.earlybrd.notifier.gate.Recipient.Alert;
import io.earlybrd.notifier.gate.Recipient.Entitlement;
import io.earlybrd.notifier.gate.Recipient.Person;
import io.earlybrd.notifier.ledger.LedgerEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides whether a match may be mailed now, later or never. Asked twice: when a mail is put together, and again in the transaction
 * that lets it go.
 *
 * <p>Topics race: a match can be here before the record of its subscriber, or before the version of the alert that it was made
 * with. What is missing holds a match for {@code patience}; after that it is judged by what is known and refused if that is not
 * enough, so that nothing is lost and nothing waits for ever. A match that another alert wants already waits only for {@code
 * patienceForMore}: its subscriber is to hear of the job.
 */
public final class Gate {

    private static final Duration LOOK_WITHIN = Duration.ofMinutes(5);
    private static final Duration LOOK_SOONER_WITHIN = Duration.ofMinutes(1);

    private final Duration patience;
    private final Duration patienceForMore;

    /**
     * @param patience how long a match waits for what has not arrived
     * @param patienceForMore how long if an alert that has arrived wants it
     */
    public Gate(Duration patience, Duration patienceForMore) {
        this.patience = patience;
        this.patienceForMore = patienceForMore;
    }

    /**
     * The verdict on a match for this recipient at this instant. That its job is closed counts only when it would be mailed: while it
     * waits, the job may be opened again.
     */
    public Verdict decide(Recipient recipient, LedgerEntry match, Instant now) {
        Verdict verdict = decideOnRecipient(recipient, match, now);
        return match.jobClosed() && verdict instanceof Verdict.Pass ? new Verdict.Refused(Refusal.CLOSED) : verdict;
    }

    private Verdict decideOnRecipient(Recipient recipient, LedgerEntry match, Instant now) {
        if (recipient.optedOut()) {
            return new Verdict.Refused(Refusal.UNSUBSCRIBED);
        }
        if (recipient.person().isEmpty()) {
            return missing(match, now, Refusal.SUBSCRIBER_UNKNOWN);
        }
        Optional<Refusal> personal = refusalOf(recipient.person().get());
        if (personal.isPresent()) {
            return new Verdict.Refused(personal.get());
        }
        if (recipient.entitlement().isEmpty()) {
            return missing(match, now, Refusal.ENTITLEMENT_UNKNOWN);
        }
        Entitlement entitlement = recipient.entitlement().get();
        return entitlement.allowsAt(now)
                ? decideOnAlerts(recipient, match, now)
                : new Verdict.Refused(Refusal.NOT_ENTITLED);
    }

    private static Optional<Refusal> refusalOf(Person person) {
        if (person.erased()) {
            return Optional.of(Refusal.ERASED);
        }
        if (person.addressProblem().isPresent()) {
            boolean complained = person.addressProblem().get().equals(Refusal.COMPLAINED.word());
            return Optional.of(complained ? Refusal.COMPLAINED : Refusal.BOUNCED);
        }
        if (!person.verified()) {
            return Optional.of(Refusal.NOT_VERIFIED);
        }
        return person.wantsAlerts() ? Optional.empty() : Optional.of(Refusal.ALERTS_OFF);
    }

    private Verdict decideOnAlerts(Recipient recipient, LedgerEntry match, Instant now) {
        List<AlertMatch> wanting = new ArrayList<>();
        Optional<Refusal> first = Optional.empty();
        boolean missing = false;
        boolean wanted = false;
        for (AlertMatch matched : match.alerts()) {
            Optional<Alert> alert = recipient.alert(matched.alertId());
            Optional<Refusal> refusal = alert.flatMap(known -> refusalOf(known, match));
            boolean late = alert.map(known -> known.isBefore(matched)).orElse(true);
            missing |= late;
            if (alert.isPresent() && refusal.isEmpty()) {
                wanting.add(matched);
                wanted |= !late;
            }
            first = first.or(() -> refusal);
        }
        if (missing && isWithin(wanted ? patienceForMore : patience, match, now)) {
            return new Verdict.Unknown(wanted ? LOOK_SOONER_WITHIN : LOOK_WITHIN);
        }
        return wanting.isEmpty()
                ? new Verdict.Refused(first.orElse(Refusal.ALERT_UNKNOWN))
                : Departure.decide(wanting, recipient, match, now);
    }

    private static Optional<Refusal> refusalOf(Alert alert, LedgerEntry match) {
        if (alert.deleted()) {
            return Optional.of(Refusal.ALERT_DELETED);
        }
        if (alert.stopped()) {
            return Optional.of(Refusal.ALERT_STOPPED);
        }
        if (alert.paused()) {
            return Optional.of(Refusal.ALERT_PAUSED);
        }
        return alert.mutes(match.job().company(), match.jobId()) ? Optional.of(Refusal.MUTED) : Optional.empty();
    }

    private Verdict missing(LedgerEntry match, Instant now, Refusal otherwise) {
        return isWithin(patience, match, now) ? new Verdict.Unknown(LOOK_WITHIN) : new Verdict.Refused(otherwise);
    }

    private static boolean isWithin(Duration patience, LedgerEntry match, Instant now) {
        return now.isBefore(match.recordedAt().plus(patience));
    }
}
