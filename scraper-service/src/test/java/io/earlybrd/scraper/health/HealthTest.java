package io.earlybrd.scraper.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.scraper.provider.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("S3")
class HealthTest {

    static Stream<Arguments> crawls() {
        return Stream.of(
                Arguments.of(new Outcome.Ok(List.of()), 0, 5, Health.HEALTHY),
                Arguments.of(new Outcome.NotModified(), 0, 5, Health.HEALTHY),
                Arguments.of(new Outcome.Empty(), 0, 0, Health.HEALTHY),
                Arguments.of(new Outcome.Empty(), 0, 1, Health.DEGRADED),
                Arguments.of(new Outcome.Partial(List.of(), "", true), 0, 5, Health.DEGRADED),
                Arguments.of(new Outcome.ChangedShape(""), 1, 5, Health.DEGRADED),
                Arguments.of(new Outcome.Unreachable("", null), 9, 5, Health.DEGRADED),
                Arguments.of(new Outcome.Blocked("", null), 1, 5, Health.BLOCKED),
                Arguments.of(new Outcome.Blocked("", Duration.ofSeconds(120)), 1, 5, Health.DEGRADED),
                Arguments.of(new Outcome.Gone(""), 2, 5, Health.DEGRADED),
                Arguments.of(new Outcome.Gone(""), 3, 5, Health.GONE));
    }

    @ParameterizedTest
    @MethodSource("crawls")
    void crawl_leavesTheSourceInTheRightState(Outcome outcome, int alike, int openJobs, Health health) {
        assertThat(Health.after(outcome, new Failures(9, alike, outcome.kind()), openJobs))
                .isEqualTo(health);
    }
}
