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
    private static final int CONDITIONS = 20;

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

        for (int i = 0; i < 20_000; i++) {
            // When
            int list = random.nextInt(LISTS);
            int slot = random.nextInt(300);
            if (expected.get(list).containsKey(slot)) {
                int[] removed = postings.remove(list, slot);
                assertThat(boxed(removed))
                        .as("seed %s", seed)
                        .isEqualTo(expected.get(list).remove(slot).code());
            } else {
                int[] code = random.ints(random.nextInt(10) == 0 ? 100 : random.nextInt(5))
                        .toArray();
                int condition = random.nextInt(CONDITIONS);
                postings.add(list, condition, slot, code);
                expected.get(list).put(slot, new Filed(condition, boxed(code)));
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
        postings.add(3, 1, 7, new int[] {1, 2});

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
            postings.add(0, slot % 3, slot, new int[] {slot});
        }

        // When
        for (int slot = 0; slot < 9_990; slot++) {
            postings.remove(0, slot);
        }

        // Then
        assertThat(postings.list(0).length).isLessThan(150);
        assertThat(records(0)).hasSize(10);
    }

    @Test
    void alertsThatAskForTheSame_areOneGroup() {
        // When
        for (int slot = 0; slot < 100; slot++) {
            postings.add(0, slot % 3, slot, new int[] {slot});
        }

        // Then
        int[] list = postings.list(0);
        assertThat(Postings.groups(list)).isEqualTo(3);
        assertThat(IntStream.range(0, 3).map(group -> Postings.condition(list, group)))
                .containsExactlyInAnyOrder(0, 1, 2);
    }

    @Test
    void alertThatIsNotThere_isNotRemoved() {
        // Given
        postings.add(0, 1, 7, new int[] {1});

        // Then
        assertThat(postings.remove(0, 8)).isNull();
        assertThat(postings.remove(1, 7)).isNull();
        assertThat(records(0)).containsOnlyKeys(7);
    }

    private Map<Integer, Filed> records(int feature) {
        Map<Integer, Filed> records = new HashMap<>();
        int[] list = postings.list(feature);
        for (int group = 0; group < Postings.groups(list); group++) {
            int end = Postings.end(list, group);
            for (int at = Postings.begin(list, group); at < end; at = Postings.next(list, at)) {
                List<Integer> code = new ArrayList<>();
                for (int i = Postings.code(list, at); i < Postings.next(list, at); i++) {
                    code.add(list[i]);
                }
                records.put(Postings.slot(list, at), new Filed(Postings.condition(list, group), code));
            }
        }
        return records;
    }

    private static List<Integer> boxed(int[] ints) {
        return IntStream.of(ints).boxed().toList();
    }

    private record Filed(int condition, List<Integer> code) {}
}
