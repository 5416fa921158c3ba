package io.earlybrd.matcher.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("M11")
class AlertTableTest {

    /** The id in each text. */
    private final List<UUID> ids = new ArrayList<>();

    private int read;

    private final AlertTable table = new AlertTable(text -> {
        read++;
        return ids.get(text);
    });

    @Test
    void alertsThatComeAndGo_areFoundByTheirLastText() {
        // Given
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Map<UUID, Integer> expected = new HashMap<>();
        List<UUID> alerts = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            // Ids of one time differ in few bits.
            alerts.add(new UUID(0x0199_0000_0000_7000L | random.nextInt(16), 0x8000_0000_0000_0000L | i));
        }

        for (int i = 0; i < 200_000; i++) {
            // When
            UUID alert = alerts.get(random.nextInt(alerts.size()));
            int before = expected.getOrDefault(alert, AlertTable.ABSENT);
            if (before != AlertTable.ABSENT && random.nextInt(3) > 0) {
                table.remove(alert, before);
                expected.remove(alert);
            } else {
                int text = textOf(alert);
                table.put(alert, before, text);
                expected.put(alert, text);
            }

            // Then
            UUID other = alerts.get(random.nextInt(alerts.size()));
            assertThat(table.textOf(other, AlertTable.ABSENT))
                    .as("seed %s", seed)
                    .isEqualTo(expected.getOrDefault(other, AlertTable.ABSENT));
        }
        assertThat(table.size()).isEqualTo(expected.size());
        alerts.forEach(alert -> assertThat(table.textOf(alert, AlertTable.ABSENT))
                .as("seed %s", seed)
                .isEqualTo(expected.getOrDefault(alert, AlertTable.ABSENT)));
    }

    @Test
    void newAlerts_areFoundWhereTheyWereSaidToBelong() {
        // Always the same ids, none of which has the hash of another.
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            // Given
            UUID alert = new UUID(random.nextLong(), random.nextLong());
            int text = textOf(alert);

            // When
            int place = table.placeForNew(alert);
            table.putNew(alert, place, text);

            // Then
            assertThat(table.textOf(alert, AlertTable.ABSENT)).isEqualTo(text);
            assertThat(table.placeForNew(alert)).isEqualTo(AlertTable.ABSENT);
            assertThat(table.size()).isEqualTo(text + 1);
        }
    }

    @Test
    void alertsOfTheSameHash_areToldApartByReadingTheirIds() {
        // Given
        int alerts = 400_000;
        for (int i = 0; i < alerts; i++) {
            UUID alert = UUID.randomUUID();
            table.put(alert, AlertTable.ABSENT, textOf(alert));
        }

        // When
        int read = readToFindAll(alerts);

        // Then
        assertThat(read).as("some have a hash of another").isPositive().isLessThan(alerts / 1_000);
    }

    @Test
    void textThatIsKnown_isNotRead() {
        // Given
        UUID alert = UUID.randomUUID();
        int text = textOf(alert);
        table.put(alert, AlertTable.ABSENT, text);

        // Then
        assertThat(table.textOf(alert, text)).isEqualTo(text);
        assertThat(read).isZero();
        assertThat(table.textOf(alert, AlertTable.ABSENT)).isEqualTo(text);
        assertThat(read).isOne();
    }

    /** How often an id was read. */
    private int readToFindAll(int texts) {
        int before = read;
        for (int text = 0; text < texts; text++) {
            assertThat(table.textOf(ids.get(text), text)).isEqualTo(text);
        }
        return read - before;
    }

    private int textOf(UUID alert) {
        ids.add(alert);
        return ids.size() - 1;
    }
}
