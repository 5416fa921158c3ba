package io.earlybrd.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BrowsersTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void commandThatEndsWell_succeeds() {
        assertThat(Browsers.succeeds(PATIENCE, "true")).isTrue();
    }

    @Test
    void commandThatFails_leavesTheNextWayToABrowser() {
        assertThat(Browsers.succeeds(PATIENCE, "false")).isFalse();
        assertThat(Browsers.succeeds(PATIENCE, "no-such-program-anywhere")).isFalse();
    }

    @Test
    void commandThatHangs_isEnded() {
        assertThat(Browsers.succeeds(Duration.ofMillis(100), "sleep", "600")).isFalse();
    }
}
