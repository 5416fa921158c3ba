package io.earlybrd.scraper.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.scraper.provider.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("S7")
class ReportTest {

    private static final Outcome WELL = new Outcome.NotModified();
    private static final Outcome DOWN = new Outcome.Unreachable("answers 503", null);
    private static final Outcome EMPTY = new Outcome.Empty();
    private static final Outcome REFUSED = new Outcome.Blocked("answers 403", null);
    private static final Outcome MISSING = new Outcome.Gone("answers 404");

    private final List<String> told = new ArrayList<>();
    private Report report = Report.NONE;
    private Health health = Health.NEW;
    private Failures failures = Failures.NONE;

    @Test
    void sourceThatFlaps_isNeverToldOf() {
        crawls(WELL, DOWN, WELL, DOWN, WELL, DOWN, WELL, DOWN, DOWN, WELL, EMPTY, WELL, REFUSED, WELL);

        assertThat(told).isEmpty();
    }

    @Test
    void sourceThatIsDownForAnHour_isToldOfOnceAndOnceMoreWhenItIsWell() {
        crawls(WELL, DOWN, DOWN);
        assertThat(told).isEmpty();

        crawls(DOWN, DOWN, DOWN, DOWN, DOWN, WELL);
        assertThat(told).as("one answer is not yet well again").containsExactly("DEGRADED");

        crawls(WELL, WELL, WELL);
        assertThat(told).containsExactly("DEGRADED", "well");
    }

    @Test
    void sourceThatFailsNowAndThenWhileItIsDown_isToldOfOnce() {
        crawls(DOWN, DOWN, DOWN, WELL, DOWN, WELL, DOWN, DOWN, DOWN, WELL, DOWN);

        assertThat(told).containsExactly("DEGRADED");
    }

    @Test
    @Tag("S6")
    void emptyListWhereThereWereJobs_isToldOfInTheSecondCycle() {
        crawls(WELL, EMPTY);
        assertThat(told).isEmpty();

        crawls(EMPTY, EMPTY, EMPTY);
        assertThat(told).containsExactly("DEGRADED");
    }

    @Test
    @Tag("S5")
    void sourceThatRefusesUs_isToldOfInTheSecondCycle() {
        crawls(WELL, REFUSED, REFUSED, REFUSED);

        assertThat(told).containsExactly("BLOCKED");
    }

    @Test
    void stateThatBecomesGraver_isToldOfAndNotTheWayBack() {
        crawls(DOWN, DOWN, DOWN, MISSING, MISSING, MISSING, MISSING, DOWN, REFUSED, DOWN, MISSING);

        assertThat(told).containsExactly("DEGRADED", "GONE");
    }

    @Test
    void sourceThatIsGone_isToldOfOnce() {
        crawls(WELL, MISSING, MISSING, MISSING, MISSING);

        assertThat(told).containsExactly("GONE");
    }

    @Test
    void sourceThatAsksForRest_isDegradedAndNotBlocked() {
        Outcome later = new Outcome.Blocked("answers 429", Duration.ofMinutes(20));

        crawls(WELL, later, later);

        assertThat(told).containsExactly("DEGRADED");
    }

    @Test
    void whatMayNotLast_isAwaited() {
        assertThat(Report.NONE.awaits(Health.HEALTHY)).isFalse();
        assertThat(Report.NONE.awaits(Health.DEGRADED)).isTrue();
        assertThat(new Report(Health.BLOCKED, 5).awaits(Health.BLOCKED)).isFalse();
        assertThat(new Report(Health.BLOCKED, 1).awaits(Health.HEALTHY)).isTrue();
    }

    /** Crawls of a source with open jobs. */
    private void crawls(Outcome... outcomes) {
        for (Outcome outcome : outcomes) {
            failures = failures.after(outcome);
            Health after = Health.after(outcome, failures, 40);
            Report next = report.after(outcome, health, after);
            if (next.told() != report.told()) {
                told.add(word(next.told()));
            }
            health = after;
            report = next;
        }
    }

    private static String word(@Nullable Health health) {
        return health == null ? "well" : health.name();
    }
}
