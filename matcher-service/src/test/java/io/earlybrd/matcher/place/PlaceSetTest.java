package io.earlybrd.matcher.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("M6")
class PlaceSetTest {

    private static final int PLACES = 300;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @Test
    void randomSets_haveAndMeetWhatSetsOfTheLibraryDo() {
        for (int i = 0; i < 5_000; i++) {
            // Given
            Set<Integer> some = randomPlaces();
            Set<Integer> others = randomPlaces();
            int one = random.nextInt(PLACES);

            // Then
            assertThat(set(some).has(one)).as("seed %s", seed).isEqualTo(some.contains(one));
            assertThat(set(some).meets(set(others))).as("seed %s", seed).isEqualTo(!Collections.disjoint(some, others));
            assertThat(set(some).equals(set(others))).as("seed %s", seed).isEqualTo(some.equals(others));
            assertThat(set(some)).isEqualTo(set(some)).hasSameHashCodeAs(set(some));
        }
    }

    private Set<Integer> randomPlaces() {
        return random.ints(random.nextInt(12), 0, PLACES).boxed().collect(Collectors.toSet());
    }

    private static PlaceSet set(Set<Integer> places) {
        return new PlaceSet(new TreeSet<>(places).stream().mapToInt(i -> i).toArray());
    }
}
