package io.earlybrd.matcher.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("M1")
class PostingsTest {

    private static final int LISTS = 5;
    private static final int SIEVES = 20;

    private final Postings postings = new Postings();

    @Test
    void recordsThatComeAndGo_areThoseOfAMap() {
        // Given
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<Map<Integer, Filed>> expected = new ArrayList<>();
        for (int list = 0; list < LISTS; list++) {
            expected.add(new HashMap<>());
        }

        for (int i = 0; i < 30_000; i++) {
            // When
            int list = random.nextInt(LISTS);
            int text = random.nextInt(1_600);
            if (expected.get(list).containsKey(text)) {
                Optional<Filing> removed = postings.remove(list, text);
                assertThat(removed.map(Filed::of)).contains(expected.get(list).remove(text));
            } else {
                assertThat(postings.remove(list, text)).isEmpty();
                Filing filing =
                        new Filing(features(list, random), random.nextInt(SIEVES), choice(random), code(random));
                postings.add(list, text, filing);
                expected.get(list).put(text, Filed.of(filing));
            }

            // Then
            if (i % 600 == 0) {
                assertThat(alerts(list)).as("seed %s", seed).isEqualTo(expected.get(list));
            }
        }
        assertThat(postings.branches(0).count()).isPositive();
    }

    @Test
    void listOfWhichAllRecordsAreRemoved_isEmpty() {
        // Given
        postings.add(3, 7, filing(3, 1, 2, 1, 2));

        // When
        postings.remove(3, 7);

        // Then
        assertThat(postings.isEmpty(3)).isTrue();
        assertThat(postings.isEmpty(99)).isTrue();
    }

    @Test
    void removedRecords_giveTheirRoomBack() {
        // Given
        for (int text = 0; text < 10_000; text++) {
            postings.add(0, text, filing(0, text % 3, text % 2, text));
        }
        assertThat(lists(0)).hasSizeGreaterThan(1);

        // When
        for (int text = 0; text < 9_990; text++) {
            postings.remove(0, text);
        }

        // Then
        assertThat(lists(0)).allSatisfy(list -> assertThat(list.length).isLessThan(150));
        assertThat(alerts(0)).hasSize(10);
    }

    @Test
    void alertThatAsksForNoMoreThanSieveAndChoice_takesFourInts() {
        // Given
        postings.add(0, 7, filing(0, 1, 3));
        int length = postings.list(0).length;

        // When
        postings.add(0, 8, filing(0, 2, 4));

        // Then
        assertThat(postings.list(0)).hasSize(length + 4);
        assertThat(alerts(0)).isEqualTo(Map.of(7, Filed.of(filing(0, 1, 3)), 8, Filed.of(filing(0, 2, 4))));
    }

    @Test
    void whatManyAlertsOfALongListAskFor_getsABranchOfThem() {
        // Given
        int last = 511;
        for (int text = 0; text < last; text++) {
            postings.add(0, text, filing(0, Sieve.of(text < 50 ? 1 : 100 + text, text < 20 ? 2 : 0), Choice.OPEN));
        }
        assertThat(postings.branches(0).count()).isZero();

        // When
        postings.add(0, last, filing(0, Sieve.of(1, 2), Choice.OPEN));

        // Then
        Branches branches = postings.branches(0);
        assertThat(branches.count()).isEqualTo(1);
        assertThat(branches.mark(0)).isEqualTo(1);
        assertThat(PostingList.size(branches.list(0))).isEqualTo(51);
        assertThat(PostingList.size(postings.list(0))).isEqualTo(461);
        assertThat(alerts(0)).hasSize(512).containsEntry(last, Filed.of(filing(0, Sieve.of(1, 2), Choice.OPEN)));
    }

    @Test
    void alertThatBelongsToABranch_isPutThereAndAsksForSomethingElseInstead() {
        // Given
        growBranches();
        int filter = Program.CONDITION | ConditionTable.filter(9);

        // When
        postings.add(0, 999, filing(0, Sieve.of(2, 1), Choice.of(3, 4, 4), filter, 5, 6));

        // Then
        Branches branches = postings.branches(0);
        int[] list = branches.list(branches.branchFor(Sieve.of(2, 1)));
        int alert = PostingList.find(list, 999);
        assertThat(branches.mark(branches.branchFor(Sieve.of(2, 1)))).isEqualTo(1);
        assertThat(PostingList.sieve(list, alert)).isEqualTo(Sieve.of(Marks.of(filter), 2));
        assertThat(PostingList.choice(list, alert)).isEqualTo(Choice.with(Choice.of(3, 4, 4), 5));
        assertThat(PostingList.filing(0, list, alert).code()).containsExactly(6);
    }

    @Test
    void whatMostJobsMeet_getsNoBranch() {
        // When
        for (int text = 0; text < 1_024; text++) {
            postings.add(0, text, filing(0, Sieve.with(Sieve.OPEN, Marks.of(Program.LACKS | 3)), Choice.OPEN));
        }

        // Then
        assertThat(lists(0)).hasSize(1);
    }

    @Test
    void alertsOfABranch_areRemovedFromThereUntilNoneIsLeft() {
        // Given
        growBranches();

        // When
        for (int text = 0; text < 512; text++) {
            postings.remove(0, text);
        }

        // Then
        assertThat(alerts(0)).isEmpty();
        assertThat(postings.isEmpty(0)).isTrue();
        postings.add(0, 7, filing(0, 1, 0));
        assertThat(postings.isEmpty(0)).isFalse();
        assertThat(alerts(0)).containsOnlyKeys(7);
    }

    /** For what has mark 1, and for what has mark 2. */
    private void growBranches() {
        for (int text = 0; text < 512; text++) {
            postings.add(0, text, filing(0, 1 + text % 2, 0));
        }
        assertThat(postings.branches(0).count()).isEqualTo(2);
    }

    @Test
    void alertThatIsNotThere_isNotFound() {
        // Given
        postings.add(0, 7, filing(0, 1, 2, 1));

        // Then
        assertThat(PostingList.find(postings.list(0), 7)).isZero();
        assertThat(PostingList.find(postings.list(0), 8)).isEqualTo(PostingList.ABSENT);
        assertThat(PostingList.find(postings.list(1), 7)).isEqualTo(PostingList.ABSENT);
    }

    /** The list of a feature, and its branches. */
    private List<int[]> lists(int feature) {
        List<int[]> lists = new ArrayList<>();
        lists.add(postings.list(feature));
        Branches branches = postings.branches(feature);
        IntStream.range(0, branches.count()).mapToObj(branches::list).forEach(lists::add);
        return lists;
    }

    private Map<Integer, Filed> alerts(int feature) {
        Map<Integer, Filed> alerts = new HashMap<>();
        for (int[] list : lists(feature)) {
            for (int alert = 0; alert < PostingList.size(list); alert++) {
                int text = PostingList.text(list, PostingList.link(list, alert));
                assertThat(alerts.put(text, Filed.of(filing(feature, list, alert))))
                        .as("is there once")
                        .isNull();
            }
        }
        return alerts;
    }

    /** How an alert is filed in a list or a branch. */
    private Filing filing(int feature, int[] list, int alert) {
        int branch = lists(feature).indexOf(list) - 1;
        return branch < 0
                ? PostingList.filing(feature, list, alert)
                : postings.branches(feature).filing(feature, branch, alert);
    }

    /** One or several, this one among them. */
    private static int[] features(int feature, Random random) {
        List<Integer> features = new ArrayList<>(List.of(feature));
        random.ints(random.nextInt(3), LISTS, 1_000).distinct().forEach(features::add);
        Collections.shuffle(features, random);
        return features.stream().mapToInt(any -> any).toArray();
    }

    /** Of one mark or several alternatives, and with a mark besides or without. */
    private static long choice(Random random) {
        long alternatives = random.nextBoolean()
                ? Choice.OPEN
                : Choice.of(random.nextInt(1, 4), random.nextInt(1, 4), random.nextInt(1, 4));
        return random.nextBoolean() ? alternatives : Choice.with(alternatives, random.nextInt(1 << 16));
    }

    /** Short or long, plain or not; no part is there twice. */
    private static int[] code(Random random) {
        Program.Builder code = new Program.Builder();
        int parts = random.nextInt(10) == 0 ? random.nextInt(10, 100) : random.nextInt(5);
        boolean plain = random.nextBoolean();
        for (int i = 0; i < parts; i++) {
            int or = i + 1 < parts && random.nextInt(3) == 0 ? Program.OR : 0;
            if (!plain && random.nextBoolean()) {
                int begun = code.begin(or | (random.nextBoolean() ? Program.ALL_OF : Program.NOT));
                code.add(random.nextInt(1_000));
                code.add(random.nextInt(1_000));
                code.end(begun);
            } else {
                int late = plain || random.nextBoolean() ? 0 : 50_000;
                code.add(or | random.nextInt(3) << 28 | late + 10 * i + random.nextInt(1, 11));
            }
        }
        return code.build();
    }

    private static Filing filing(int feature, int sieve, long choice, int... code) {
        return new Filing(new int[] {feature}, sieve, choice, code);
    }

    /** What a filed alert asks for, in no order. */
    private record Filed(List<List<Integer>> parts) {

        static Filed of(Filing filing) {
            int[] program = filing.program();
            List<List<Integer>> parts = new ArrayList<>();
            for (int at = 0; at < program.length; at = Program.end(program, at)) {
                parts.add(IntStream.of(Arrays.copyOfRange(program, at, Program.end(program, at)))
                        .boxed()
                        .toList());
            }
            parts.sort(Comparator.comparing(List::toString));
            return new Filed(parts);
        }
    }
}
