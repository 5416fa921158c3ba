package io.earlybrd.notifier.gate;

import static io.earlybrd.notifier.testing.Entries.ALICE;
import static io.earlybrd.notifier.testing.Entries.NOW;
import static io.earlybrd.notifier.testing.Entries.alert;
import static io.earlybrd.notifier.testing.Entries.alice;
import static io.earlybrd.notifier.testing.Entries.closed;
import static io.earlybrd.notifier.testing.Entries.entry;
import static io.earlybrd.notifier.testing.Entries.person;
import static io.earlybrd.notifier.testing.Entries.trial;
import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.events.Mute;
import io.earlybrd.notifier.gate.Recipient.Alert;
import io.earlybrd.notifier.gate.Recipient.Entitlement;
import io.earlybrd.notifier.gate.Recipient.Person;
import io.earlybrd.notifier.ledger.LedgerEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class GateTest {

    private static final Duration PATIENCE = Duration.ofHours(72);
    private static final Duration PATIENCE_FOR_MORE = Duration.ofMinutes(10);

    private final Gate gate = new Gate(PATIENCE, PATIENCE_FOR_MORE);
    private final Alert running = alert("Berlin Java", "instant");
    private final LedgerEntry match = entry("job-1", running);

    @Test
    void everythingAllowsIt_passesWithItsAlerts() {
        assertThat(gate.decide(alice(running), match, NOW)).isEqualTo(new Verdict.Pass(match.alerts()));
    }

    @Test
    void optedOut_isRefusedThoughNothingElseIsKnown() {
        Recipient optedOut = new Recipient(ALICE, Optional.empty(), Optional.empty(), true, List.of());

        assertThat(gate.decide(optedOut, match, NOW)).isEqualTo(new Verdict.Refused(Refusal.UNSUBSCRIBED));
    }

    @Test
    void erased_isRefused() {
        Person erased = new Person(
                true,
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true,
                Optional.empty());

        assertThat(decide(erased)).isEqualTo(new Verdict.Refused(Refusal.ERASED));
    }

    @Test
    void addressNotConfirmed_isRefused() {
        assertThat(decide(personWho(false, true, Optional.empty())))
                .isEqualTo(new Verdict.Refused(Refusal.NOT_VERIFIED));
    }

    @Test
    void alertsSwitchedOff_isRefused() {
        assertThat(decide(personWho(true, false, Optional.empty()))).isEqualTo(new Verdict.Refused(Refusal.ALERTS_OFF));
    }

    @Test
    void addressBouncedOrComplained_isRefusedWithThatReason() {
        assertThat(decide(personWho(true, true, Optional.of("bounced"))))
                .isEqualTo(new Verdict.Refused(Refusal.BOUNCED));
        assertThat(decide(personWho(true, true, Optional.of("complained"))))
                .isEqualTo(new Verdict.Refused(Refusal.COMPLAINED));
    }

    @Test
    void entitlementEndsAtThisInstant_isRefused() {
        assertThat(decide(new Entitlement(true, Optional.of(NOW), "trial")))
                .isEqualTo(new Verdict.Refused(Refusal.NOT_ENTITLED));
        assertThat(decide(new Entitlement(true, Optional.of(NOW.plusMillis(1)), "trial")))
                .isInstanceOf(Verdict.Pass.class);
    }

    @Test
    void entitlementWithoutEnd_passesOnlyWhileAllowed() {
        assertThat(decide(new Entitlement(true, Optional.empty(), "monthly"))).isInstanceOf(Verdict.Pass.class);
        assertThat(decide(new Entitlement(false, Optional.empty(), "monthly")))
                .isEqualTo(new Verdict.Refused(Refusal.NOT_ENTITLED));
    }

    @Test
    void somethingHasNotArrived_isUnknownAtFirstAndRefusedAfterPatience() {
        Recipient nobody = new Recipient(ALICE, Optional.empty(), Optional.of(trial()), false, List.of(running));
        Recipient unpaid = new Recipient(ALICE, Optional.of(person()), Optional.empty(), false, List.of(running));
        Recipient withoutAlert = alice();

        assertUnknownThen(nobody, Refusal.SUBSCRIBER_UNKNOWN);
        assertUnknownThen(unpaid, Refusal.ENTITLEMENT_UNKNOWN);
        assertUnknownThen(withoutAlert, Refusal.ALERT_UNKNOWN);
    }

    @Test
    void pausedDeletedOrStoppedAlert_isRefusedWithThatReason() {
        Alert paused = alert("a", "instant", true, Optional.empty(), Optional.empty());
        Alert stopped = alert("a", "instant", false, Optional.empty(), Optional.of(NOW));
        Alert deleted = new Alert(
                UUID.randomUUID(),
                0,
                true,
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                List.of());

        assertThat(gate.decide(alice(paused), entry("j", paused), NOW))
                .isEqualTo(new Verdict.Refused(Refusal.ALERT_PAUSED));
        assertThat(gate.decide(alice(stopped), entry("j", stopped), NOW))
                .isEqualTo(new Verdict.Refused(Refusal.ALERT_STOPPED));
        assertThat(gate.decide(alice(deleted), entry("j", deleted), NOW))
                .isEqualTo(new Verdict.Refused(Refusal.ALERT_DELETED));
    }

    @Test
    void resumeLiftsAStop_onlyIfItIsLater() {
        Alert later = alert("a", "instant", false, Optional.of(NOW.plusSeconds(1)), Optional.of(NOW));
        Alert earlier = alert("a", "instant", false, Optional.of(NOW.minusSeconds(1)), Optional.of(NOW));

        assertThat(gate.decide(alice(later), entry("j", later), NOW)).isInstanceOf(Verdict.Pass.class);
        assertThat(gate.decide(alice(earlier), entry("j", earlier), NOW))
                .isEqualTo(new Verdict.Refused(Refusal.ALERT_STOPPED));
    }

    @Test
    void mutedCompanyOrJob_isRefused() {
        assertThat(decide(new Mute("company", " fjordBANK "))).isEqualTo(new Verdict.Refused(Refusal.MUTED));
        assertThat(decide(new Mute("job", "job-1"))).isEqualTo(new Verdict.Refused(Refusal.MUTED));
        assertThat(decide(new Mute("company", "Other"))).isInstanceOf(Verdict.Pass.class);
        assertThat(decide(new Mute("word-of-the-future", "x"))).isInstanceOf(Verdict.Pass.class);
    }

    @Test
    @Tag("S13")
    void closedJob_isRefusedOnlyWhenItWouldBeMailed() {
        Alert daily = alert("Staff SRE", "daily");
        LedgerEntry waiting = closed(entry("job-2", daily));
        Instant slot = Instant.parse("2026-11-24T08:00:00Z");

        assertThat(gate.decide(alice(running), closed(match), NOW)).isEqualTo(new Verdict.Refused(Refusal.CLOSED));
        assertThat(gate.decide(alice(), closed(match), NOW)).isInstanceOf(Verdict.Unknown.class);
        assertThat(gate.decide(alice(daily), waiting, slot.minusMillis(1))).isInstanceOf(Verdict.Later.class);
        assertThat(gate.decide(alice(daily), waiting, slot)).isEqualTo(new Verdict.Refused(Refusal.CLOSED));
    }

    @Test
    void oneOfTwoAlertsWantsIt_passesWithThatOne() {
        Alert paused = alert("paused", "instant", true, Optional.empty(), Optional.empty());
        LedgerEntry both = entry("job-1", paused, running);

        Verdict verdict = gate.decide(alice(paused, running), both, NOW);

        assertThat(verdict).isEqualTo(new Verdict.Pass(List.of(both.alerts().get(1))));
    }

    @Test
    void oneOfTwoAlertsHasNotArrived_isUnknownAtFirstAndPassesAfterPatience() {
        LedgerEntry both = entry("job-1", running, alert("late", "instant"));

        assertThat(gate.decide(alice(running), both, NOW)).isEqualTo(new Verdict.Unknown(Duration.ofMinutes(1)));
        assertThat(gate.decide(alice(running), both, NOW.plus(PATIENCE_FOR_MORE)))
                .isEqualTo(new Verdict.Pass(List.of(both.alerts().get(0))));
    }

    @Test
    void alertIsKnownOnlyAsItWasBefore_isUnknownAtFirstAndJudgedByThatAfterPatience() {
        Alert paused = versionZeroOf(alert("a", "instant", true, Optional.empty(), Optional.empty()));
        Alert unedited = versionZeroOf(running);
        Instant end = NOW.plus(PATIENCE);

        assertThat(gate.decide(alice(paused), entry("j", paused), end.minusMillis(1)))
                .isEqualTo(new Verdict.Unknown(Duration.ofMinutes(5)));
        assertThat(gate.decide(alice(paused), entry("j", paused), end))
                .isEqualTo(new Verdict.Refused(Refusal.ALERT_PAUSED));
        assertThat(gate.decide(alice(unedited), match, end.minusMillis(1))).isInstanceOf(Verdict.Unknown.class);
        assertThat(gate.decide(alice(unedited), match, end)).isInstanceOf(Verdict.Pass.class);
    }

    /** The alert as it was before the version that entries name. */
    private static Alert versionZeroOf(Alert alert) {
        return new Alert(
                alert.alertId(),
                0,
                false,
                alert.name(),
                alert.cadence(),
                alert.paused(),
                alert.resumedAt(),
                alert.stoppedAt(),
                alert.mutes());
    }

    private Verdict decide(Person person) {
        return gate.decide(
                new Recipient(ALICE, Optional.of(person), Optional.of(trial()), false, List.of(running)), match, NOW);
    }

    private Verdict decide(Entitlement entitlement) {
        return gate.decide(
                new Recipient(ALICE, Optional.of(person()), Optional.of(entitlement), false, List.of(running)),
                match,
                NOW);
    }

    private Verdict decide(Mute mute) {
        Alert muting = new Alert(
                running.alertId(),
                1,
                false,
                running.name(),
                running.cadence(),
                false,
                Optional.empty(),
                Optional.empty(),
                List.of(mute));
        return gate.decide(alice(muting), match, NOW);
    }

    private void assertUnknownThen(Recipient recipient, Refusal refusal) {
        Instant end = match.recordedAt().plus(PATIENCE);
        assertThat(gate.decide(recipient, match, end.minusMillis(1)))
                .isEqualTo(new Verdict.Unknown(Duration.ofMinutes(5)));
        assertThat(gate.decide(recipient, match, end)).isEqualTo(new Verdict.Refused(refusal));
    }

    private static Person personWho(boolean verified, boolean wantsAlerts, Optional<String> problem) {
        return new Person(
                false,
                Optional.of("alice@post.example"),
                verified,
                Optional.of("Europe/Berlin"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                wantsAlerts,
                problem);
    }
}
