package io.earlybrd.notifier.gate;

import io.earlybrd.events.AlertMatch;
import io.earlybrd.events.AlertSaved;
import io.earlybrd.notifier.gate.Recipient.Alert;
import io.earlybrd.notifier.gate.Recipient.Person;
import io.earlybrd.notifier.ledger.LedgerEntry;
import io.earlybrd.notifier.ledger.Waiting;
import io.earlybrd.notifier.mail.text.Zones;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * When a match may go: at the first moment that one of its alerts allows. An alert that mails at once allows it now, or when the
 * quiet hours end; one with digests allows it at its slot, also within quiet hours, for its hour was chosen.
 *
 * @param why what it waits for until then
 * @param at the moment
 */
record Departure(Waiting why, Instant at) {

    /** The verdict on a match that these alerts want. */
    static Verdict decide(List<AlertMatch> wanting, Recipient recipient, LedgerEntry match, Instant now) {
        Person person = recipient.person().orElseThrow();
        return wanting.stream()
                .flatMap(matched -> recipient.alert(matched.alertId()).flatMap(Alert::cadence).stream())
                .map(cadence -> of(cadence, person, match, now))
                .min(Comparator.comparing(Departure::at))
                .filter(first -> now.isBefore(first.at()))
                .<Verdict>map(first -> new Verdict.Later(wanting, first.why(), first.at()))
                .orElseGet(() -> new Verdict.Pass(wanting));
    }

    private static Departure of(String cadence, Person person, LedgerEntry match, Instant now) {
        if (cadence.equals(AlertSaved.DAILY) || cadence.equals(AlertSaved.WEEKLY)) {
            return new Departure(Waiting.DIGEST, DigestSlots.next(cadence, person, match.recordedAt()));
        }
        Instant end = person.quietHours()
                .flatMap(window -> window.endAfter(now, Zones.of(person.zone())))
                .orElse(now);
        return new Departure(Waiting.QUIET_HOURS, end);
    }
}
