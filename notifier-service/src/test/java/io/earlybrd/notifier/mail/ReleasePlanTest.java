package io.earlybrd.notifier.mail;

import static io.earlybrd.notifier.testing.Entries.ALICE;
import static io.earlybrd.notifier.testing.Entries.alert;
import static io.earlybrd.notifier.testing.Entries.alice;
import static io.earlybrd.notifier.testing.Entries.closed;
import static io.earlybrd.notifier.testing.Entries.entry;
import static io.earlybrd.notifier.testing.Entries.person;
import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.notifier.gate.Gate;
import io.earlybrd.notifier.gate.QuietWindow;
import io.earlybrd.notifier.gate.Recipient;
import io.earlybrd.notifier.gate.Recipient.Alert;
import io.earlybrd.notifier.ledger.Fate;
import io.earlybrd.notifier.ledger.LedgerEntry;
import io.earlybrd.notifier.testing.Cast;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What becomes of a mail that is tried within quiet hours, however long before it was put together. */
@Tag("N11")
class ReleasePlanTest {

    private static final Instant EVENING = Instant.parse("2026-11-23T20:59:59Z");
    private static final Instant NIGHT = Instant.parse("2026-11-23T21:10:00Z");
    private static final Instant SEVEN = Instant.parse("2026-11-24T06:00:00Z");

    private final Alert instant = alert("Berlin Java", "instant");
    private final Alert daily = alert("Staff SRE", "daily");
    private final Recipient.Person quiet = person(
            "Europe/Berlin", Optional.of(new QuietWindow(LocalTime.of(22, 0), LocalTime.of(7, 0))), Optional.of(21));
    private final QueuedMail mail = new QueuedMail(
            UUID.randomUUID(), ALICE, "alerts", "<1@mail.test>", 2, Optional.empty(), EVENING, Optional.empty());

    @Test
    void instantMailByNight_waitsForTheMorningWithAllItsMatches() {
        ReleasePlan plan = planAt(NIGHT, entryOf("a", instant), entryOf("b", instant));

        assertThat(plan.ready()).isEmpty();
        assertThat(plan.settlements()).containsExactly(Settlement.held(mail, "quiet-hours", NIGHT, SEVEN));
        assertThat(plan.settlements().get(0).state()).isEqualTo(MailState.QUEUED);
        assertThat(plan.settlements().get(0).pause()).isEqualTo(Duration.ofMinutes(8 * 60 + 50));
        assertThat(plan.changes()).hasSize(2).allSatisfy(change -> {
            assertThat(change.fate()).isEqualTo(Fate.PENDING);
            assertThat(change.reason()).contains("quiet-hours");
            assertThat(change.dueAt()).isEqualTo(SEVEN);
        });
    }

    @Test
    void instantMailBeforeTheNight_goes() {
        ReleasePlan plan = planAt(EVENING, entryOf("a", instant));

        assertThat(plan.ready()).hasSize(1);
        assertThat(plan.changes()).isEmpty();
    }

    @Test
    void digestThatServersLetWait_goesByNight() {
        ReleasePlan plan = planAt(NIGHT, entryOf("a", daily));

        assertThat(plan.ready()).hasSize(1);
    }

    @Test
    void mailWithADigestsMatch_goesWhole() {
        ReleasePlan plan = planAt(NIGHT, entryOf("a", instant), entryOf("b", daily));

        assertThat(plan.ready())
                .singleElement()
                .satisfies(ready -> assertThat(ready.entries())
                        .extracting(LedgerEntry::jobId)
                        .containsExactly("a", "b"));
    }

    @Test
    void matchThatIsRefusedByNight_isRefusedAndTheOthersWait() {
        Alert paused = alert("x", "instant", true, Optional.empty(), Optional.empty());
        ReleasePlan plan = new ReleasePlan(new Gate(Duration.ofHours(72), Duration.ofMinutes(10)), NIGHT);

        plan.decide(mail, List.of(entryOf("a", paused), entryOf("b", instant)), alice(quiet, paused, instant));

        assertThat(plan.ready()).isEmpty();
        assertThat(plan.changes())
                .extracting(
                        change -> change.entry().jobId() + ":" + change.fate().word())
                .containsExactly("a:suppressed", "b:pending");
        assertThat(plan.settlements()).extracting(Settlement::state).containsExactly(MailState.QUEUED);
    }

    @Test
    @Tag("S13")
    void closedJobOfAMail_isLeftOutAndTheOthersGo() {
        ReleasePlan plan = planAt(EVENING, closed(entryOf("a", instant)), entryOf("b", instant));

        assertThat(carried(plan)).containsExactly("b");
        assertThat(fates(plan)).containsExactly("a:suppressed:closed");
    }

    @Test
    @Tag("S13")
    @Tag("N3")
    void mailOfClosedJobsOnly_isCancelled() {
        ReleasePlan plan = planAt(EVENING, closed(entryOf("a", instant)), closed(entryOf("b", instant)));

        assertThat(plan.ready()).isEmpty();
        assertThat(plan.settlements()).extracting(Settlement::state).containsExactly(MailState.CANCELLED);
        assertThat(fates(plan)).containsExactly("a:suppressed:closed", "b:suppressed:closed");
    }

    @Test
    @Tag("S13")
    void closedJobThatCouldWait_isLeftOutOfAMailThatGoesByNight() {
        ReleasePlan plan = planAt(NIGHT, closed(entryOf("a", instant)), entryOf("b", daily));

        assertThat(carried(plan)).containsExactly("b");
        assertThat(fates(plan)).containsExactly("a:suppressed:closed");
    }

    @Test
    @Tag("S13")
    void closedJobOfAMailThatWaits_waitsWithIt() {
        ReleasePlan plan = planAt(NIGHT, closed(entryOf("a", instant)), entryOf("b", instant));

        assertThat(plan.ready()).isEmpty();
        assertThat(fates(plan)).containsExactly("a:pending:quiet-hours", "b:pending:quiet-hours");
    }

    private static List<String> carried(ReleasePlan plan) {
        return plan.ready().stream()
                .flatMap(ready -> ready.entries().stream())
                .map(LedgerEntry::jobId)
                .toList();
    }

    private static List<String> fates(ReleasePlan plan) {
        return plan.changes().stream()
                .map(change -> change.entry().jobId() + ":" + change.fate().word() + ":"
                        + change.reason().orElseThrow())
                .toList();
    }

    private ReleasePlan planAt(Instant now, LedgerEntry... matches) {
        ReleasePlan plan = new ReleasePlan(new Gate(Duration.ofHours(72), Duration.ofMinutes(10)), now);
        plan.decide(mail, List.of(matches), alice(quiet, instant, daily));
        return plan;
    }

    private static LedgerEntry entryOf(String jobId, Alert alert) {
        Instant recordedAt = EVENING.minus(Duration.ofHours(2));
        return entry(jobId, Cast.job("Platform Engineer", "Fjordbank", recordedAt), recordedAt, alert);
    }
}
