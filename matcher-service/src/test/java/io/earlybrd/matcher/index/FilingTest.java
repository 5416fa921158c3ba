package io.earlybrd.matcher.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.events.AlertFilters;
import io.earlybrd.events.AlertSaved;
import io.earlybrd.matcher.match.Criteria;
import io.earlybrd.matcher.query.Clause.Term;
import io.earlybrd.matcher.query.Query;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.StampedLock;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("M1")
class FilingTest {

    private static final List<String> WORDS = List.of("java", "kotlin", "go", "cobol", "engineer", "senior", "remote");
    private static final int WITHOUT_A_MARK = 60_000;

    private final FeatureFrequencies frequencies = new FeatureFrequencies();

    @Test
    void programOfAFiledAlert_isTheOneThatWasFiled() {
        // Given
        long seed = System.nanoTime();
        RandomAlerts alerts = new RandomAlerts(new Random(seed), WORDS);
        Vocabulary vocabulary = new Vocabulary();
        ProgramWriter programs = new ProgramWriter(vocabulary, new ConditionTable(), new StampedLock());
        List<Integer> askedBySieves = new ArrayList<>();

        for (int i = 0; i < 2_000; i++) {
            AlertSaved alert = alerts.next();
            int[] program = programs.write(Criteria.of(alert.query(), alert.filters()));
            frequencies.countAlert(program);

            // When
            Filing filing = Filing.of(program, frequencies);

            // Then
            assertThat(parts(filing.program()))
                    .as("seed %s, %s", seed, alert)
                    .containsExactlyInAnyOrderElementsOf(parts(program));
            for (int mark : new int[] {Sieve.first(filing.sieve()), Sieve.second(filing.sieve())}) {
                if (mark != Marks.ANY_JOB) {
                    assertThat(Set.copyOf(parts(filing.without(mark).with(mark).program())))
                            .as("in a branch, seed %s, %s", seed, alert)
                            .isEqualTo(Set.copyOf(parts(program)));
                }
            }
            askedBySieves.add(parts(program).size() - 1 - parts(filing.code()).size());
        }
        assertThat(askedBySieves).contains(0, 1, 2, 3, 4);
    }

    @Test
    void threePartsAndAlternatives_areAskedBySieveAndChoice() {
        // Given
        int[] program = {1, 2, 3, 4, Program.OR | 5, Program.OR | 6, 7};

        // When
        Filing filing = filed(program);

        // Then
        assertThat(filing.features()).containsExactly(1);
        assertThat(filing.sieve()).isEqualTo(Sieve.of(3, 2));
        assertThat(filing.choice()).isEqualTo(Choice.with(Choice.of(5, 6, 7), 4));
        assertThat(filing.code()).isEmpty();
    }

    @Test
    void fourthPart_isAskedByTheChoiceIfThereAreNoAlternatives() {
        // When
        Filing filing = filed(1, 2, 3, 4, 5, 6);

        // Then
        assertThat(filing.choice()).isEqualTo(Choice.with(Choice.of(5, 5, 5), 4));
        assertThat(filing.code()).containsExactly(6);
    }

    @Test
    void whatABranchNeedNotAsk_makesRoomInTheSieve() {
        // Given
        Filing alternatives = filed(1, 2, 3, Program.OR | 4, 5);
        Filing oneMore = filed(1, 2, 3, 4);
        int mark = Sieve.first(oneMore.sieve());
        int other = Sieve.second(oneMore.sieve());

        // When
        Filing withoutTwo = alternatives.without(2);
        Filing withoutMark = oneMore.without(mark);

        // Then
        assertThat(withoutTwo.sieve()).isEqualTo(Sieve.of(3, Marks.ANY_JOB));
        assertThat(withoutTwo.choice()).isEqualTo(Choice.of(4, 5, 5));
        assertThat(withoutMark.sieve()).isIn(Sieve.of(other, 4), Sieve.of(4, other));
        assertThat(withoutMark.choice()).isEqualTo(Choice.OPEN);
    }

    @Test
    void exclusionsAndFilters_areAskedWhereThereIsRoom() {
        // Given
        int filter = Program.CONDITION | ConditionTable.filter(9);
        int lacked = Program.LACKS | 3;

        // When
        Filing filing = filed(1, filter, 2, lacked);

        // Then
        assertThat(filing.sieve()).isEqualTo(Sieve.with(Sieve.with(Sieve.OPEN, 2), Marks.of(lacked)));
        assertThat(filing.choice()).isEqualTo(Choice.with(Choice.OPEN, Marks.of(filter)));
        assertThat(filing.code()).isEmpty();
    }

    @Test
    void alternativesThatAreTheSame_areOne() {
        // Given
        Criteria criteria = Criteria.of("(-cobol OR -(Cobol) OR -cobol) java", AlertFilters.NONE);

        // When
        ProgramWriter programs = new ProgramWriter(new Vocabulary(), new ConditionTable(), new StampedLock());
        int[] program = programs.write(criteria);

        // Then
        int java = programs.featureOf((Term) Query.parse("java").root());
        int cobol = programs.featureOf((Term) Query.parse("cobol").root());
        assertThat(program).containsExactly(Program.LACKS | cobol, Program.FEATURE | java);
    }

    @Test
    void moreAlternatives_areAskedByTheCode() {
        // Given
        int[] program = {1, Program.OR | 4, Program.OR | 5, Program.OR | 6, 7};

        // When
        Filing filing = filed(program);

        // Then
        assertThat(filing.sieve()).isEqualTo(Sieve.OPEN);
        assertThat(filing.choice()).isEqualTo(Choice.OPEN);
        assertThat(filing.code()).containsExactly(Program.OR | 4, Program.OR | 5, Program.OR | 6, 7);
    }

    @Test
    void whatHasNoMark_isAskedByTheCode() {
        // Given
        int lacked = Program.LACKS | WITHOUT_A_MARK;
        int filter = Program.CONDITION | ConditionTable.filter(WITHOUT_A_MARK);
        int late = Program.CONDITION | ConditionTable.wish(WITHOUT_A_MARK);
        int early = Program.CONDITION | ConditionTable.wish(9);

        // When
        Filing filing = filed(1, WITHOUT_A_MARK, lacked, filter, late, early, Program.OR | 2, WITHOUT_A_MARK);

        // Then
        assertThat(filing.sieve()).isEqualTo(Sieve.with(Sieve.OPEN, Marks.of(early)));
        assertThat(filing.choice()).isEqualTo(Choice.OPEN);
        assertThat(filing.code())
                .containsExactlyInAnyOrder(WITHOUT_A_MARK, lacked, filter, late, Program.OR | 2, WITHOUT_A_MARK);
    }

    /** Filed under its first part. */
    private Filing filed(int... program) {
        frequencies.countAlert(program);
        return Filing.under(program, 0, frequencies);
    }

    /** The parts of a program, each with its alternatives. */
    private static List<List<Integer>> parts(int[] program) {
        List<List<Integer>> parts = new ArrayList<>();
        for (int at = 0; at < program.length; at = Program.end(program, at)) {
            parts.add(IntStream.of(Arrays.copyOfRange(program, at, Program.end(program, at)))
                    .boxed()
                    .toList());
        }
        return parts;
    }
}
