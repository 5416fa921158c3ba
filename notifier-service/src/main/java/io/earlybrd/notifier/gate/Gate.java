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
 * <p>Topics race: a match can be here before the record of its subscriber. What is missing holds a match for {@code patience} and
 * refuses it after that, so that nothing is lost and nothing waits for ever.
 */
public final class Gate {

    private final Duration patience;

    /** A gate that waits this long for what has not arrived. */
    public Gate(Duration patience) {
        this.patience = patience;
    }

    /** The verdict on a match for this recipient at this instant. */
    public Verdict decide(Recipient recipient, LedgerEntry match, Instant now) {
        boolean patient = now.isBefore(match.recordedAt().plus(patience));
        if (recipient.optedOut()) {
            return new Verdict.Refused(Refusal.UNSUBSCRIBED);
        }
        if (recipient.person().isEmpty()) {
            return missing(patient, Refusal.SUBSCRIBER_UNKNOWN);
        }
        Optional<Refusal> personal = refusalOf(recipient.person().get());
        if (personal.isPresent()) {
            return new Verdict.Refused(personal.get());
        }
        if (recipient.entitlement().isEmpty()) {
            return missing(patient, Refusal.ENTITLEMENT_UNKNOWN);
        }
        Entitlement entitlement = recipient.entitlement().get();
        return entitlement.allowsAt(now)
                ? decideOnAlerts(recipient, match, patient, now)
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

    private static Verdict decideOnAlerts(Recipient recipient, LedgerEntry match, boolean patient, Instant now) {
        List<AlertMatch> wanting = new ArrayList<>();
        Optional<Refusal> first = Optional.empty();
        boolean missing = false;
        for (AlertMatch matched : match.alerts()) {
            Optional<Alert> alert = recipient.alert(matched.alertId());
            Optional<Refusal> refusal = alert.flatMap(known -> refusalOf(known, match));
            if (alert.isEmpty()) {
                missing = true;
            } else if (refusal.isEmpty()) {
                wanting.add(matched);
            }
            first = first.or(() -> refusal);
        }
        if (missing && patient) {
            return new Verdict.Unknown();
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

    private static Verdict missing(boolean patient, Refusal otherwise) {
        return patient ? new Verdict.Unknown() : new Verdict.Refused(otherwise);
    }
}
