package io.earlybrd.matcher.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.matcher.text.Token.Kind;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No text takes long: a lot of whatever is hard to sort, to tell apart or to end takes time in proportion to its length. */
@Tag("M3")
class LinearTimeTest {

    private static final int QUARTER = 60_000;

    /** Far above four, which is linear, and below sixteen, which is quadratic. */
    private static final int MOST_TIMES_LONGER = 12;

    /** What no quadratic text would leave unnoticed, and the compiler or the collector may take meanwhile. */
    private static final Duration BESIDES = Duration.ofMillis(500);

    static List<String> endlessTexts() {
        return NastyTexts.ENDLESS;
    }

    @ParameterizedTest
    @MethodSource("endlessTexts")
    void fourTimesTheText_takesNotManyTimesLonger(String piece) {
        // Given
        String text = piece.repeat(QUARTER / piece.length());
        Duration quarter = cut(text);

        // When
        Duration whole = cut(text.repeat(4));

        // Then
        assertThat(whole).isLessThan(quarter.multipliedBy(MOST_TIMES_LONGER).plus(BESIDES));
    }

    @Test
    void megabyteOfAllOfThem_isCutAtOnce() {
        // Given
        StringBuilder text = new StringBuilder();
        for (String piece : endlessTexts()) {
            text.append(piece.repeat(20_000 / piece.length()));
        }

        // When
        Duration taken = cut(text.toString());

        // Then
        assertThat(text).hasSizeGreaterThan(1_000_000);
        assertThat(taken).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void termsMadeToShareASlot_areFoundAsFastAsOthers() {
        // Given
        Tokens alikeBelow = new Tokens(0);
        Tokens alikeAbove = new Tokens(0);
        for (int i = 0; i < 100_000; i++) {
            alikeBelow.add((long) i << Integer.SIZE, i, i, i + 1, Kind.WORD);
            alikeAbove.add(i, i, i, i + 1, Kind.WORD);
        }
        long begun = cpuTime();

        // When
        int last = new Occurrences(alikeBelow).first(99_999L << Integer.SIZE);
        int lastAbove = new Occurrences(alikeAbove).first(99_999);

        // Then
        assertThat(last).isEqualTo(lastAbove).isEqualTo(99_999);
        assertThat(Duration.ofNanos(cpuTime() - begun)).isLessThan(BESIDES);
    }

    /** The time that this thread works on it, whatever else the machine does. */
    private static Duration cut(String text) {
        long begun = cpuTime();
        Tokens tokens = Cutter.cut(text);
        Duration taken = Duration.ofNanos(cpuTime() - begun);
        assertThat(tokens.size()).isLessThanOrEqualTo(2 * text.length());
        return taken;
    }

    private static long cpuTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
