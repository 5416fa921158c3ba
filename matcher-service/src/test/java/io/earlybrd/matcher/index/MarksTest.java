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
        assertThat(Marks.unmarked(Marks.marked(part))).isEqualTo(part);
        assertThat(Marks.unmarked(Marks.marked(Program.OR | part))).isEqualTo(Program.OR | part);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {40_960, Program.LACKS | 8_192, Program.CONDITION | 16_384, Program.ALL_OF | 1, Program.NOT | 1})
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
                assertThat(marks.satisfies(WISH)).isTrue();
                assertThat(marks.has(Marks.of(FILTER))).isFalse();
                assertThat(marks.satisfies(FILTER)).isFalse();
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
        boolean inBerlin = marks.satisfies(WISH);
        marks.take(job, paris);
        boolean inParis = marks.satisfies(WISH);

        // Then
        assertThat(inBerlin).isTrue();
        assertThat(inParis).isFalse();
        assertThat(asked).isEmpty();
        marks.take(job, new PlaceAnswers(wish -> true));
        assertThat(marks.satisfies(WISH)).isTrue();
        assertThat(asked).containsExactly(WISH);
    }

    @Test
    void featuresOfTheLastJob_areNotThoseOfTheNext() {
        // Given
        job.mark(3);
        marks.take(job, berlin);
        assertThat(marks.satisfies(3)).isTrue();
        assertThat(marks.satisfies(Program.LACKS | 3)).isFalse();

        // When
        job.clear();
        job.mark(4);
        marks.take(job, berlin);

        // Then
        assertThat(marks.satisfies(3)).isFalse();
        assertThat(marks.satisfies(Program.LACKS | 3)).isTrue();
        assertThat(marks.satisfies(4)).isTrue();
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
        assertThat(pass(Sieve.of(3, wish), Choice.OPEN)).isOne();
        assertThat(pass(Sieve.of(3, 4), Choice.OPEN)).isZero();
        assertThat(pass(Sieve.of(3, filter), Choice.OPEN)).isZero();
        assertThat(pass(Sieve.OPEN, Choice.of(3, filter, 4))).isOne();
        assertThat(pass(Sieve.OPEN, Choice.of(filter, 3, 4))).isOne();
        assertThat(pass(Sieve.OPEN, Choice.of(filter, 4, 3))).isOne();
        assertThat(pass(Sieve.OPEN, Choice.of(filter, filter, filter))).isZero();
        assertThat(pass(Sieve.OPEN, Choice.of(4, 4, wish))).isOne();
        assertThat(pass(Sieve.OPEN, Choice.with(Choice.of(3, 3, 3), wish))).isOne();
        assertThat(pass(Sieve.OPEN, Choice.with(Choice.of(3, 3, 3), filter))).isZero();
        assertThat(pass(Sieve.OPEN, Choice.with(Choice.of(4, 4, 4), 3))).isZero();
        assertThat(pass(Sieve.OPEN, Choice.with(Choice.OPEN, 4))).isZero();
    }

    private int pass(int sieve, long choice) {
        return marks.pass(sieve, Choice.lower(choice), Choice.upper(choice));
    }

    @Test
    void rowOfParts_isSatisfiedIfEachOrOneOfItsAlternativesIs() {
        // Given
        job.mark(3);
        job.mark(4);
        marks.take(job, berlin);

        // Then
        assertThat(satisfyAll()).isOne();
        assertThat(satisfyAll(3, 4, Program.LACKS | 5, WISH)).isOne();
        assertThat(satisfyAll(3, 5)).isZero();
        assertThat(satisfyAll(FILTER, 3)).isZero();
        assertThat(satisfyAll(3, Program.LACKS | 4)).isZero();
        assertThat(satisfyAll(Program.OR | 5, Program.OR | FILTER, 3)).isOne();
        assertThat(satisfyAll(Program.OR | 3, Program.OR | 5, 6, Program.OR | 4, 5))
                .isOne();
        assertThat(satisfyAll(Program.OR | 5, 6, 3)).isZero();
        assertThat(satisfyAll(Program.OR | 3, 5, 6)).isZero();
    }

    /** Asked in the middle of what is no part of it. */
    private int satisfyAll(int... parts) {
        int[] code = new int[parts.length + 2];
        for (int i = 0; i < parts.length; i++) {
            code[i + 1] = Marks.marked(parts[i]);
        }
        return marks.satisfyAll(code, 1, parts.length + 1);
    }
}
