package io.earlybrd.scraper.liveness;

import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.scraper.fetch.FetchFailure;
import io.earlybrd.scraper.fetch.Validators;
import io.earlybrd.scraper.liveness.Sight.Kind;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a page is looked at again, and when its job is over. */
@Tag("S13")
class LookTest {

    private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");
    private static final Sight GONE = new Sight(Kind.GONE, Validators.NONE, null, null);
    private static final Sight OPEN = new Sight(Kind.OPEN, Validators.NONE, null, null);
    private static final Sight OVER = new Sight(Kind.OVER, Validators.NONE, NOW.minusSeconds(1), null);

    private final Look first = Look.first("posting", "https://fjordbank.example/jobs/1", NOW);

    @ParameterizedTest(name = "second look after {0}: over {1}")
    @CsvSource({"PT59M, false", "PT1H, true", "P3D, true"})
    void twoStrikes_countWhenTheyAreAnHourApart(Duration apart, boolean over) {
        Look second = first.after(GONE, true, NOW, 0).after(GONE, true, NOW.plus(apart), 0);

        assertThat(second.over()).isEqualTo(over);
    }

    @Test
    void secondLook_isDueNoSoonerThanItCounts() {
        assertThat(first.after(GONE, true, NOW, 0).dueAt()).isEqualTo(NOW.plus(Duration.ofHours(1)));
        assertThat(first.after(GONE, true, NOW, 1).dueAt()).isEqualTo(NOW.plus(Duration.ofMinutes(66)));
    }

    @Test
    void pageThatIsThere_takesStrikesBack() {
        Look found = first.after(GONE, true, NOW, 0).after(OPEN, true, NOW.plus(Duration.ofHours(2)), 0);

        assertThat(found.strikes()).isZero();
        assertThat(found.after(GONE, true, NOW.plus(Duration.ofDays(1)), 0).over())
                .isFalse();
    }

    @Test
    void goneThatIsNotBelieved_isNoStrike() {
        Look look = first.after(GONE, false, NOW, 0).after(GONE, false, NOW.plus(Duration.ofDays(1)), 0);

        assertThat(look.strikes()).isZero();
        assertThat(look.silences()).isEqualTo(2);
    }

    @Test
    void secondStrike_countsNoMoreOnceALookSaysNothing() {
        Sight silent = Sight.of(new FetchFailure(FetchFailure.Kind.TIMED_OUT, "no answer"));
        Look gone = first.after(GONE, true, NOW, 0).after(GONE, true, NOW.plus(Duration.ofHours(1)), 0);

        assertThat(gone.after(silent, true, NOW.plus(Duration.ofHours(2)), 0).over())
                .isFalse();
    }

    @Test
    void pageThatSaysThatTheJobIsOver_needsNoSecondLook() {
        assertThat(first.after(OVER, true, NOW, 0).over()).isTrue();
    }

    @ParameterizedTest(name = "unseen for {0}: again after {1}")
    @CsvSource({"PT6H, P1D", "P4D, P1D", "P8D, P2D", "P56D, P14D", "P400D, P14D"})
    void openPage_isLookedAtTheMoreSeldomTheLongerItsJobIsUnseen(Duration unseen, Duration rest) {
        Instant now = NOW.plus(unseen);

        assertThat(first.after(OPEN, true, now, 0).dueAt()).isEqualTo(now.plus(rest));
    }

    @Test
    void silence_isGivenEverMoreTimeAndAtLeastWhatTheSiteAsksFor() {
        Sight silent = Sight.of(new FetchFailure(FetchFailure.Kind.TIMED_OUT, "no answer"));
        Sight restful = Sight.of(new FetchFailure(FetchFailure.Kind.HOST_RESTS, "wait", Duration.ofDays(30)));

        Look look = first;
        for (int days : new int[] {1, 2, 4, 8, 14, 14}) {
            look = look.after(silent, true, NOW, 0);
            assertThat(look.dueAt()).isEqualTo(NOW.plus(Duration.ofDays(days)));
        }
        assertThat(first.after(restful, true, NOW, 0).dueAt()).isEqualTo(NOW.plus(Duration.ofDays(30)));
    }
}
