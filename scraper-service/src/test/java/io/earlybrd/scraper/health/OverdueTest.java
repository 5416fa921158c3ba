package io.earlybrd.scraper.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("G14")
class OverdueTest {

    private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");

    private final Overdue overdue = new Overdue(START);

    @Test
    void freshLook_isTakenAsItIs() {
        overdue.looked(40, START.plusSeconds(15));

        assertThat(overdue.seconds(START.plusSeconds(75))).isEqualTo(40);
    }

    @Test
    void lookThatWasNotRenewed_growsWithItsAge() {
        overdue.looked(40, START.plusSeconds(15));

        assertThat(overdue.seconds(START.plusSeconds(15 + 61))).isEqualTo(101);
        assertThat(overdue.seconds(START.plusSeconds(15 + 3600))).isEqualTo(3640);
    }

    @Test
    void serviceThatNeverCouldLook_isOverdueSinceItsStart() {
        assertThat(overdue.seconds(START)).isZero();
        assertThat(overdue.seconds(START.plusSeconds(600))).isEqualTo(600);
    }
}
