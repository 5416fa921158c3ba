package io.earlybrd.matcher.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earlybrd.matcher.testing.Posting;
import io.earlybrd.matcher.testing.Wish;
import java.util.concurrent.locks.StampedLock;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("M1")
class JobProbeTest {

    private final Vocabulary vocabulary = new Vocabulary();
    private final ConditionTable conditions = new ConditionTable();
    private final JobProbe probe = new JobProbe(vocabulary, conditions);

    @BeforeEach
    void begin() {
        probe.begin(Posting.titled("Engineer").text());
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MAX_VALUE - 1, Integer.MAX_VALUE, 2, 3, -1, -2})
    void conditionThatIsNone_isRefusedAndTakesNoRoom(int condition) {
        // A reader beside the writer may take anything for a condition; the largest would exhaust the heap.
        assertThatThrownBy(() -> probe.satisfies(Program.CONDITION | Program.number(condition)))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void anywhere_isMet() {
        assertThat(probe.satisfies(Program.CONDITION | ConditionTable.wish(ConditionTable.ANYWHERE)))
                .isTrue();
    }

    @Test
    void alertThatAsksForPlacesAlone_isFiledWhereOnlyJobsInOneOfThemMeetIt() {
        // Given
        int[] program = new ProgramWriter(vocabulary, conditions, new StampedLock())
                .write(Wish.of("").in("Paris", "Lyon").criteria());
        FeatureFrequencies frequencies = new FeatureFrequencies();
        frequencies.countAlert(program);

        // When
        int[] filedUnder = Filing.of(program, frequencies).features();

        // Then
        assertThat(filedUnder).hasSize(2);
        assertThat(IntStream.of(filedUnder)).as("in Berlin").noneMatch(feature -> has("Berlin", feature));
        assertThat(IntStream.of(filedUnder)).as("who knows where").noneMatch(feature -> has("3 Locations", feature));
        assertThat(IntStream.of(filedUnder).filter(feature -> has("Lyon", feature)))
                .as("in Lyon")
                .hasSize(1);
    }

    private boolean has(String place, int feature) {
        probe.begin(Posting.titled("Engineer").in(place).text());
        return probe.features().has(feature);
    }
}
