package io.earlybrd.events.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShiftedClockTest {

    @TempDir
    Path folder;

    @Test
    void durationInTheFile_isAdded() throws IOException {
        Path file = Files.writeString(folder.resolve("offset"), "P15D\n");

        Instant now = new ShiftedClock(file).instant();

        assertThat(now).isCloseTo(Instant.now().plus(Duration.ofDays(15)), within(1, ChronoUnit.MINUTES));
    }

    @Test
    void missingOrMalformedFile_meansNoShift() throws IOException {
        Path malformed = Files.writeString(folder.resolve("offset"), "two weeks");

        assertThat(new ShiftedClock(malformed).instant()).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
        assertThat(new ShiftedClock(folder.resolve("none")).instant())
                .isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
    }
}
