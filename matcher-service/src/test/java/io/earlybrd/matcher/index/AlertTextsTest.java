package io.earlybrd.matcher.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earlybrd.events.AlertFilters;
import io.earlybrd.matcher.testing.Wish;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertTextsTest {

    @Test
    void texts_areReadAsTheyWereKeptWhetherWrittenOrNot(@TempDir Path directory) {
        try (AlertTexts texts = new AlertTexts(directory)) {
            // Given
            List<Integer> places = new ArrayList<>();

            // When
            for (int i = 0; i < 20_000; i++) {
                places.add(append(texts, text(i, Wish.of("").in("Berlin").filters())));
            }

            // Then
            for (int i = 0; i < 20_000; i++) {
                assertThat(texts.read(places.get(i)).words()).isEqualTo(words(i));
                assertThat(texts.key(places.get(i))).isEqualTo(key(i));
                AlertTexts.Ready ready = texts.ready(places.get(i));
                assertThat(ready.criteria().query().orElseThrow().text()).isEqualTo(words(i));
                assertThat(ready.criteria().conditions()).hasSize(3);
                assertThat(ready.version()).isEqualTo(i);
                assertThat(ready.key()).isEqualTo(texts.key(places.get(i)));
            }
        }
    }

    @Test
    void textThatIsLongerThanWhatIsWrittenAtOnce_isReadAsItWasKept(@TempDir Path directory) {
        try (AlertTexts texts = new AlertTexts(directory)) {
            // Given
            List<AlertText> kept = IntStream.of(1, 300_000, 300_000, 1, 1_000_000, 1)
                    .mapToObj(length -> new AlertText(key(length), 1, false, "x".repeat(length), AlertFilters.NONE))
                    .toList();

            // When
            List<Integer> places =
                    kept.stream().map(text -> append(texts, text)).toList();

            // Then
            assertThat(places).map(texts::read).isEqualTo(kept);
        }
    }

    @Test
    void textsThatAreKeptAtTheSameTime_areReadAsTheyWereKept(@TempDir Path directory) {
        try (AlertTexts texts = new AlertTexts(directory)) {
            // Given
            List<List<AlertText>> kept = IntStream.range(0, 2_000)
                    .mapToObj(n -> IntStream.range(n * 32, (n + 1) * 32)
                            .mapToObj(i -> text(i, AlertFilters.NONE))
                            .toList())
                    .toList();

            // When
            List<int[]> places = kept.parallelStream()
                    .map(some ->
                            texts.append(some.stream().map(AlertText::toBytes).toList()))
                    .toList();

            // Then
            for (int n = 0; n < kept.size(); n++) {
                assertThat(IntStream.of(places.get(n)).mapToObj(texts::read)).isEqualTo(kept.get(n));
            }
        }
    }

    @Test
    void criteriaOfAlertsThatFindJobsInTurns_areKeptReady(@TempDir Path directory) {
        try (AlertTexts texts = new AlertTexts(directory)) {
            // Given
            List<Integer> places = new ArrayList<>();
            for (int i = 0; i < 1_000; i++) {
                places.add(append(texts, text(i, AlertFilters.NONE)));
            }
            List<AlertTexts.Ready> first = places.stream().map(texts::ready).toList();

            // When
            List<AlertTexts.Ready> again = places.stream().map(texts::ready).toList();

            // Then
            long keptReady = IntStream.range(0, places.size())
                    .filter(i -> again.get(i) == first.get(i))
                    .count();
            assertThat(keptReady).isGreaterThan(990);
        }
    }

    @Test
    void file_isGoneFromTheFolderWhenItIsClosed(@TempDir Path directory) throws IOException {
        // When
        new AlertTexts(directory).close();

        // Then
        try (var files = Files.list(directory)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void textThatCannotBeWritten_isAnErrorOfTheMachineAndNotOfTheAlert(@TempDir Path directory) {
        // Given
        AlertTexts texts = new AlertTexts(directory);
        texts.close();

        // Then
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 20_000; i++) {
                        append(texts, text(i, AlertFilters.NONE));
                    }
                })
                .isInstanceOf(UncheckedIOException.class);
    }

    private static int append(AlertTexts texts, AlertText text) {
        return texts.append(List.of(text.toBytes()))[0];
    }

    private static AlertText text(int i, AlertFilters filters) {
        return new AlertText(key(i), i, false, words(i), filters);
    }

    private static AlertKey key(int i) {
        return new AlertKey(new UUID(i, ~i), new UUID(~i, i));
    }

    /** Most short, some long. */
    private static String words(int i) {
        return "rust" + i + (i % 500 == 499 ? " go".repeat(150) : "");
    }
}
