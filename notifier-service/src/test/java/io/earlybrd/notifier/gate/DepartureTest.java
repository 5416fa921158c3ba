package io.earlybrd.notifier.gate;

import static io.earlybrd.notifier.testing.Entries.alert;
import static io.earlybrd.notifier.testing.Entries.alice;
import static io.earlybrd.notifier.testing.Entries.entry;
import static io.earlybrd.notifier.testing.Entries.person;
import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.notifier.gate.Recipient.Alert;
import io.earlybrd.notifier.ledger.LedgerEntry;
import io.earlybrd.notifier.ledger.Waiting;
import io.earlybrd.notifier.testing.Cast;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** When matches go that nothing forbids, by day and by night. */
@Tag("N11")
class DepartureTest {

    private static final Instant EVENING = Instant.parse("2026-11-23T19:00:00Z");
    private static final Instant NIGHT = Instant.parse("2026-11-23T22:10:00Z");
    private static final Instant SIX = Instant.parse("2026-11-24T05:00:00Z");
    private static final Instant SEVEN = Instant.parse("2026-11-24T06:00:00Z");

    private final Gate gate = new Gate(Duration.ofHours(72), Duration.ofMinutes(10));
    private final Alert instant = alert("Berlin Java", "instant");
    private final Alert daily = alert("Staff SRE", "daily");
    private final Recipient.Person quiet = person(
            "Europe/Berlin", Optional.of(new QuietWindow(LocalTime.of(22, 0), LocalTime.of(7, 0))), Optional.of(6));

    @Test
    void instantMatchByNight_waitsForTheMorning() {
        LedgerEntry match = entryAt(NIGHT, instant);

        assertThat(gate.decide(alice(quiet, instant), match, NIGHT))
                .isEqualTo(new Verdict.Later(match.alerts(), Waiting.QUIET_HOURS, SEVEN));
        assertThat(gate.decide(alice(quiet, instant), match, SEVEN)).isEqualTo(new Verdict.Pass(match.alerts()));
    }

    @Test
    void instantMatchByDay_goesAtOnce() {
        assertThat(gate.decide(alice(quiet, instant), entryAt(EVENING, instant), EVENING))
                .isInstanceOf(Verdict.Pass.class);
    }

    @Test
    void instantMatchOfWhoNamedNoHours_goesAtOnceByNight() {
        assertThat(gate.decide(alice(instant), entryAt(NIGHT, instant), NIGHT)).isInstanceOf(Verdict.Pass.class);
    }

    @Test
    void digestWhoseHourIsQuiet_goesAtItsHour() {
        LedgerEntry match = entryAt(EVENING, daily);

        assertThat(gate.decide(alice(quiet, daily), match, NIGHT))
                .isEqualTo(new Verdict.Later(match.alerts(), Waiting.DIGEST, SIX));
        assertThat(gate.decide(alice(quiet, daily), match, SIX)).isInstanceOf(Verdict.Pass.class);
    }

    @Test
    void matchOfInstantAndDailyAlertsByNight_goesWithWhicheverIsFirst() {
        LedgerEntry match = entryAt(NIGHT, instant, daily);
        Recipient.Person late = person("Europe/Berlin", quiet.quietHours(), Optional.of(9));

        assertThat(gate.decide(alice(quiet, instant, daily), match, NIGHT))
                .isEqualTo(new Verdict.Later(match.alerts(), Waiting.DIGEST, SIX));
        assertThat(gate.decide(alice(late, instant, daily), match, NIGHT))
                .isEqualTo(new Verdict.Later(match.alerts(), Waiting.QUIET_HOURS, SEVEN));
    }

    @Test
    void matchThatIsRefused_isRefusedByNightToo() {
        Alert paused = alert("x", "instant", true, Optional.empty(), Optional.empty());

        assertThat(gate.decide(alice(quiet, paused), entryAt(NIGHT, paused), NIGHT))
                .isEqualTo(new Verdict.Refused(Refusal.ALERT_PAUSED));
    }

    @Test
    void zoneThatThisJdkDoesNotKnow_isQuietByUtc() {
        Recipient.Person lost = person("No/Such_Zone", quiet.quietHours(), Optional.empty());

        assertThat(gate.decide(alice(lost, instant), entryAt(NIGHT, instant), NIGHT))
                .isInstanceOfSatisfying(
                        Verdict.Later.class, later -> assertThat(later.at()).isEqualTo("2026-11-24T07:00:00Z"));
    }

    private static LedgerEntry entryAt(Instant recordedAt, Alert... alerts) {
        return entry("job-1", Cast.job("Platform Engineer", "Fjordbank", recordedAt), recordedAt, alerts);
    }
}
