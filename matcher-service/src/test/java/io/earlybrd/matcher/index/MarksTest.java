package io.earlybrd.matcher.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("M1")
class MarksTest {

    private static final int WISH = Program.CONDITION | ConditionTable.wish(7);
    private static final int FILTER = Program.CONDITION | ConditionTable.filter(7);

    /** The parts that were asked for. */
    private final List<Integer> asked = new ArrayList<>();

    private final Marks marks = new Marks(part -> {
        asked.add(part);
        return part != FILTER;
    });
    private final JobFeatures job = new JobFeatures();
    private final PlaceAnswers berlin = new PlaceAnswers(wish -> true);
    private final PlaceAnswers paris = new PlaceAnswers(wish -> false);

    static IntStream parts() {
        return IntStream.of(
                0,
                40_959,
                Program.LACKS,
                Program.LACKS | 8_191,
                WISH,
                FILTER,
                Program.CONDITION | 16_382,
                Program.CONDITION | 16_383);
    }

    @ParameterizedTest
    @MethodSource("parts")
    void part_isThatOfItsMark(int part) {
        assertThat(Marks.part(Marks.of(part))).isEqualTo(part);
        assertThat(Marks.of(Program.OR | part)).isEqualTo(Marks.of(part));
        assertThat(Marks.of(part)).isBetween(0, (1 << 16) - 1);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                40_960,
                Program.LACKS | 8_192,
                Program.CONDITION | 16_384,
                Program.ALL_OF | 1,
                Program.NOT | 1,
                Program.FILED | 1
            })
    void partThatIsLateOrComposed_hasNone(int part) {
        assertThat(Marks.of(part)).isEqualTo(Marks.NONE);
    }

    @Test
    void condition_isAskedOnceAJob() {
        for (int jobs = 1; jobs <= 3; jobs++) {
            // Given
            marks.take(job, berlin);
            asked.clear();

            // Then
            for (int times = 0; times < 2; times++) {
                assertThat(marks.has(Marks.of(WISH))).isTrue();
                assertThat(marks.satisfy(WISH)).isOne();
                assertThat(marks.has(Marks.of(FILTER))).isFalse();
                assertThat(marks.satisfy(FILTER)).isZero();
            }
            assertThat(asked).containsExactly(WISH, FILTER);
        }
    }

    @Test
    void wishThatWasAnsweredForAnotherJobThere_isNotAsked() {
        // Given
        berlin.test(7);
        paris.test(7);

        // When
        marks.take(job, berlin);
        int inBerlin = marks.satisfy(WISH);
        marks.take(job, paris);
        int inParis = marks.satisfy(WISH);

        // Then
        assertThat(inBerlin).isOne();
        assertThat(inParis).isZero();
        assertThat(asked).isEmpty();
        marks.take(job, new PlaceAnswers(wish -> true));
        assertThat(marks.satisfy(WISH)).isOne();
        assertThat(asked).containsExactly(WISH);
    }

    @Test
    void featuresOfTheLastJob_areNotThoseOfTheNext() {
        // Given
        job.mark(3);
        marks.take(job, berlin);
        assertThat(marks.satisfy(3)).isOne();
        assertThat(marks.satisfy(Program.LACKS | 3)).isZero();

        // When
        job.clear();
        job.mark(4);
        marks.take(job, berlin);

        // Then
        assertThat(marks.satisfy(3)).isZero();
        assertThat(marks.satisfy(Program.LACKS | 3)).isOne();
        assertThat(marks.satisfy(4)).isOne();
        assertThat(asked).isEmpty();
    }

    @Test
    void sieveAndChoice_arePassedByWhatHasBothAndOne() {
        // Given
        job.mark(Marks.ANY_JOB);
        job.mark(3);
        marks.take(job, berlin);
        int filter = Marks.of(FILTER);
        int wish = Marks.of(WISH);

        // Then
        assertThat(marks.pass(Sieve.of(3, wish), Sieve.OPEN)).isOne();
        assertThat(marks.pass(Sieve.of(3, 4), Sieve.OPEN)).isZero();
        assertThat(marks.pass(Sieve.of(3, filter), Sieve.OPEN)).isZero();
        assertThat(marks.pass(Sieve.OPEN, Sieve.of(filter, 3))).isOne();
        assertThat(marks.pass(Sieve.OPEN, Sieve.of(filter, filter))).isZero();
        assertThat(marks.pass(Sieve.OPEN, Sieve.of(4, wish))).isOne();
    }
}
