package io.earlybrd.notifier.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.notifier.testing.Entries;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {

    private static final SmtpOutcome DEFERRED = new SmtpOutcome.Deferred("deferred");
    private static final SmtpOutcome AMBIGUOUS = new SmtpOutcome.Ambiguous("unanswered");
    private static final SmtpOutcome UNREACHABLE = new SmtpOutcome.Unreachable("connection");

    private final RetrySchedule schedule = new RetrySchedule(new ProductionPauses());

    @Test
    void deferredMail_waitsFiveMinutesThenTwiceAsLongEachTime() {
        assertThat(pause(DEFERRED, Duration.ZERO)).contains(Duration.ofMinutes(5));
        assertThat(pause(DEFERRED, Duration.ofMinutes(10))).contains(Duration.ofMinutes(10));
        assertThat(pause(DEFERRED, Duration.ofHours(30))).contains(Duration.ofHours(4));
    }

    @Test
    void unreachableServer_isTriedEveryHalfMinute() {
        assertThat(pause(UNREACHABLE, Duration.ZERO)).contains(Duration.ofSeconds(1));
        assertThat(pause(UNREACHABLE, Duration.ofHours(30))).contains(Duration.ofSeconds(30));
    }

    @Test
    void mailThatIsNotAnswered_isTriedSoonAndThenLessOften() {
        assertThat(pause(AMBIGUOUS, Duration.ZERO)).contains(Duration.ofSeconds(30));
        assertThat(pause(AMBIGUOUS, Duration.ofMinutes(10))).contains(Duration.ofMinutes(10));
        assertThat(pause(AMBIGUOUS, Duration.ofHours(30))).contains(Duration.ofHours(4));
    }

    @Test
    void mailOfThreeDays_isGivenUp() {
        assertThat(pause(DEFERRED, Duration.ofHours(69))).isEmpty();
        assertThat(pause(UNREACHABLE, Duration.ofHours(72))).isEmpty();
    }

    @Test
    @Tag("N11")
    void mailThatItsRecipientHeld_hasItsShortPausesAgainAndIsGivenUpByItsAge() {
        Instant now = Entries.NOW;
        Instant tenHoursAgo = now.minus(Duration.ofHours(10));

        assertThat(schedule.pauseAfter(DEFERRED, mail(tenHoursAgo, Optional.of(now)), now))
                .contains(Duration.ofMinutes(5));
        assertThat(schedule.pauseAfter(DEFERRED, mail(tenHoursAgo, Optional.of(now.plusSeconds(1))), now))
                .contains(Duration.ofMinutes(5));
        assertThat(schedule.pauseAfter(DEFERRED, mail(now.minus(Duration.ofHours(72)), Optional.of(now)), now))
                .isEmpty();
    }

    private Optional<Duration> pause(SmtpOutcome outcome, Duration age) {
        Instant now = Entries.NOW;
        return schedule.pauseAfter(outcome, mail(now.minus(age), Optional.empty()), now);
    }

    private static QueuedMail mail(Instant createdAt, Optional<Instant> heldUntil) {
        return new QueuedMail(
                UUID.randomUUID(), Entries.ALICE, "alerts", "<1@mail.test>", 2, Optional.empty(), createdAt, heldUntil);
    }

    private static final class ProductionPauses implements MailConfig.Retry {

        @Override
        public Duration deferred() {
            return Duration.ofMinutes(5);
        }

        @Override
        public Duration unreachable() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Duration unreachableMax() {
            return Duration.ofSeconds(30);
        }

        @Override
        public Duration giveUpAfter() {
            return Duration.ofHours(72);
        }
    }
}
