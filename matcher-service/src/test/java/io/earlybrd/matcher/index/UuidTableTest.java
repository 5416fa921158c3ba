package io.earlybrd.matcher.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UuidTableTest {

    @Test
    void idsThatComeAndGo_haveNumbersOfTheirOwnThatAreGivenAgain() {
        // Given
        long seed = System.nanoTime();
        Random random = new Random(seed);
        IntRows rows = new IntRows(5);
        UuidTable table = new UuidTable(rows);
        Map<UUID, Integer> expected = new HashMap<>();
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            // Ids of one time differ in few bits.
            ids.add(new UUID(0x0199_0000_0000_7000L | random.nextInt(16), 0x8000_0000_0000_0000L | i));
        }

        for (int i = 0; i < 50_000; i++) {
            // When
            UUID id = ids.get(random.nextInt(ids.size()));
            if (expected.containsKey(id)) {
                table.remove(id);
                expected.remove(id);
            } else {
                int number = table.add(id);
                assertThat(expected.values()).as("seed %s", seed).doesNotContain(number);
                assertThat(number).isLessThan(ids.size());
                expected.put(id, number);
            }
        }

        // Then
        assertThat(table.size()).isEqualTo(expected.size());
        ids.forEach(id -> assertThat(table.find(id)).isEqualTo(expected.getOrDefault(id, UuidTable.ABSENT)));
        expected.forEach((id, number) ->
                assertThat(UuidTable.uuid(rows.copy(new int[] {number}, 1), 0)).isEqualTo(id));
    }
}
