package io.earlybrd.matcher.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("M1")
class PostingsTest {

    private static final int LISTS = 5;

    private final Postings postings = new Postings();

    @Test
    void recordsThatComeAndGo_areThoseOfAMap() {
        // Given
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<Map<Integer, List<Integer>>> expected = new ArrayList<>();
        for (int list = 0; list < LISTS; list++) {
            expected.add(new HashMap<>());
        }

        for (int i = 0; i < 20_000; i++) {
            // When
            int list = random.nextInt(LISTS);
            int slot = random.nextInt(300);
            if (expected.get(list).containsKey(slot)) {
                int[] removed = postings.remove(list, slot);
                assertThat(removed)
                        .as("seed %s", seed)
                        .containsExactly(ints(expected.get(list).remove(slot)));
            } else {
                int[] code = random.ints(random.nextInt(10) == 0 ? 100 : random.nextInt(5))
                        .toArray();
                postings.add(list, slot, code);
                expected.get(list).put(slot, boxed(code));
            }

            // Then
            if (i % 100 == 0) {
                assertThat(records(list)).as("seed %s", seed).isEqualTo(expected.get(list));
            }
        }
    }

    @Test
    void listOfWhichAllRecordsAreRemoved_isEmpty() {
        // Given
        postings.add(3, 7, new int[] {1, 2});

        // When
        postings.remove(3, 7);

        // Then
        assertThat(postings.isEmpty(3)).isTrue();
        assertThat(postings.isEmpty(99)).isTrue();
    }

    @Test
    void removedRecords_giveTheirRoomBack() {
        // Given
        for (int slot = 0; slot < 10_000; slot++) {
            postings.add(0, slot, new int[] {slot});
        }

        // When
        for (int slot = 0; slot < 9_990; slot++) {
            postings.remove(0, slot);
        }

        // Then
        assertThat(postings.list(0).length).isLessThan(100);
        assertThat(records(0)).hasSize(10);
    }

    private Map<Integer, List<Integer>> records(int number) {
        Map<Integer, List<Integer>> records = new HashMap<>();
        int[] list = postings.list(number);
        for (int at = Postings.FIRST; at < Postings.end(list); at = Postings.next(list, at)) {
            if (Postings.slot(list, at) != Postings.DEAD) {
                List<Integer> code = new ArrayList<>();
                for (int i = Postings.code(list, at); i < Postings.next(list, at); i++) {
                    code.add(list[i]);
                }
                records.put(Postings.slot(list, at), code);
            }
        }
        return records;
    }

    private static List<Integer> boxed(int[] ints) {
        return IntStream.of(ints).boxed().toList();
    }

    private static int[] ints(List<Integer> boxed) {
        return boxed.stream().mapToInt(i -> i).toArray();
    }
}
