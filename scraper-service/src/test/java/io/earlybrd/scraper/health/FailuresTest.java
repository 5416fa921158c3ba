package io.earlybrd.scraper.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.scraper.provider.Outcome;
import io.earlybrd.scraper.provider.Outcome.Kind;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("S3")
class FailuresTest {

    private static final Outcome GONE = new Outcome.Gone("");
    private static final Outcome UNREACHABLE = new Outcome.Unreachable("", null);

    @Test
    void failuresOfAnotherKind_doNotMakeOneGraver() {
        assertThat(after(UNREACHABLE, UNREACHABLE, GONE)).isEqualTo(new Failures(3, 1, Kind.GONE));
        assertThat(Health.after(GONE, after(UNREACHABLE, UNREACHABLE, GONE), 5)).isEqualTo(Health.DEGRADED);
    }

    @Test
    void failuresOfOneKind_addUp() {
        assertThat(after(GONE, GONE, GONE)).isEqualTo(new Failures(3, 3, Kind.GONE));
        assertThat(after(UNREACHABLE, GONE, GONE)).isEqualTo(new Failures(3, 2, Kind.GONE));
    }

    @Test
    void anyList_endsThem() {
        assertThat(after(GONE, new Outcome.Partial(List.of(), "", false))).isEqualTo(Failures.NONE);
        assertThat(after(GONE, new Outcome.Empty())).isEqualTo(Failures.NONE);
        assertThat(after(GONE, new Outcome.NotModified(), GONE)).isEqualTo(new Failures(1, 1, Kind.GONE));
    }

    private static Failures after(Outcome... outcomes) {
        Failures failures = Failures.NONE;
        for (Outcome outcome : outcomes) {
            failures = failures.after(outcome);
        }
        return failures;
    }
}
