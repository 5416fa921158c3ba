package io.earlybrd.account.signup;

import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.testkit.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("A19")
class RefusedSignUpsTest {

    @Test
    void manyRefusals_areSaidOnceAMinute() {
        // Given
        MutableClock clock = MutableClock.at(Instant.parse("2026-11-24T08:00:00Z"));
        RefusedSignUps refused = new RefusedSignUps(new SignUpLimit(20), clock);

        // When
        boolean first = refused.add();
        clock.advance(Duration.ofSeconds(59));
        boolean second = refused.add();
        clock.advance(Duration.ofSeconds(1));
        boolean third = refused.add();

        // Then
        assertThat(List.of(first, second, third)).containsExactly(true, false, true);
    }
}
