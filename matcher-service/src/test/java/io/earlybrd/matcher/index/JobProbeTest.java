package io.earlybrd.matcher.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earlybrd.matcher.testing.Posting;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("M1")
class JobProbeTest {

    private final JobProbe probe = new JobProbe(new Vocabulary(), new ConditionTable());

    @BeforeEach
    void begin() {
        probe.begin(Posting.titled("Engineer").text());
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MAX_VALUE - 1, Integer.MAX_VALUE, 2, 3, -1, -2})
    void conditionThatIsNone_isRefusedAndTakesNoRoom(int condition) {
        // A reader beside the writer may take anything for a condition; the largest would exhaust the heap.
        assertThatThrownBy(() -> probe.test(condition)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void nothingAsked_isMet() {
        assertThat(probe.test(ConditionTable.NOTHING_ASKED)).isTrue();
    }
}
