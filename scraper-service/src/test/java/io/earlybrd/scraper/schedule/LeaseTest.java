package io.earlybrd.scraper.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("G2")
class LeaseTest {

    private static final Duration LENGTH = Duration.ofSeconds(30);

    @Test
    void lease_endsUnlessItIsRenewed() {
        // Given
        Lease lease = new Lease(LENGTH, 100);
        assertThat(lease.endedAt(100 + LENGTH.toNanos() - 1)).isFalse();
        assertThat(lease.endedAt(100 + LENGTH.toNanos())).isTrue();

        // When
        lease.renewed(500);

        // Then
        assertThat(lease.endedAt(500 + LENGTH.toNanos() - 1)).isFalse();
        assertThat(lease.endedAt(500 + LENGTH.toNanos())).isTrue();
    }

    @Test
    void instanceThatWasAway_isTold() {
        long longAgo = System.nanoTime() - LENGTH.toNanos();

        assertThatThrownBy(() -> new Lease(LENGTH, longAgo).confirm()).isInstanceOf(LeaseLost.class);
        assertThatCode(() -> new Lease(LENGTH, System.nanoTime()).confirm()).doesNotThrowAnyException();
    }
}
