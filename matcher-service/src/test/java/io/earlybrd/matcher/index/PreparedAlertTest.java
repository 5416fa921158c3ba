package io.earlybrd.matcher.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.earlybrd.events.AlertSaved;
import io.earlybrd.matcher.match.JobText;
import io.earlybrd.matcher.testing.Posting;
import io.earlybrd.matcher.testing.Wish;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alerts that are saved some at a time. */
class PreparedAlertTest {

    private static final UUID ALERT = UUID.randomUUID();

    private static final JobText RUST = Posting.titled("Rust developer").text();
    private static final JobText GO = Posting.titled("Go developer").text();

    private final AlertIndex index;

    PreparedAlertTest(@TempDir Path directory) {
        index = new AlertIndex(directory);
    }

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    @Tag("M11")
    void alertsThatAreSavedTogether_areHeldAsIfOneAfterTheOther() {
        // Given
        UUID edited = UUID.randomUUID();
        UUID newer = UUID.randomUUID();
        UUID twice = UUID.randomUUID();
        UUID backwards = UUID.randomUUID();
        index.save(Wish.of("rust").id(edited).version(1).saved());
        index.save(Wish.of("rust").id(newer).version(5).saved());

        // When
        saveTogether(
                Wish.of("go").id(edited).version(2),
                Wish.of("go").id(newer).version(4),
                Wish.of("go").id(twice).version(1),
                Wish.of("rust").id(twice).version(2),
                Wish.of("rust OR cobol").id(backwards).version(2),
                Wish.of("go").id(backwards).version(1),
                Wish.of("rust").paused());

        // Then
        assertThat(index.matching(GO)).extracting(this::idOf).containsExactly(edited);
        assertThat(index.matching(RUST))
                .extracting(
                        this::idOf,
                        found -> index.matchOf(found, RUST).orElseThrow().alertVersion())
                .containsExactlyInAnyOrder(tuple(newer, 5L), tuple(twice, 2L), tuple(backwards, 2L));
        assertThat(index.count()).isEqualTo(new AlertIndex.Count(4, 1));
    }

    @Test
    void preparedAlert_isTakenAsOftenAsItIsSaved() {
        // Given
        AlertSaved alert = Wish.of("rust").id(ALERT).saved();
        List<PreparedAlert> prepared = List.of(index.prepare(alert));
        index.save(prepared);
        index.remove(ALERT);

        // When
        index.save(prepared);

        // Then
        assertThat(index.matching(RUST))
                .extracting(index::keyOf)
                .containsExactly(new AlertKey(alert.subscriberId(), ALERT));
    }

    @Test
    @Tag("M11")
    void batchesThatComeAtTheSameTime_leaveTheNewestVersionsAlone() {
        // Given
        List<UUID> alerts = Stream.generate(UUID::randomUUID).limit(100).toList();
        List<Wish> versions = new ArrayList<>(IntStream.rangeClosed(1, 40)
                .boxed()
                .flatMap(version -> alerts.stream()
                        .map(alert -> Wish.of(version % 2 == 0 ? "go" : "rust")
                                .id(alert)
                                .version(version)))
                .toList());
        Collections.shuffle(versions);

        // When
        IntStream.range(0, versions.size() / 20)
                .parallel()
                .forEach(batch -> saveTogether(
                        versions.subList(20 * batch, 20 * (batch + 1)).toArray(Wish[]::new)));

        // Then
        assertThat(index.matching(RUST)).isEmpty();
        assertThat(index.matching(GO)).extracting(this::idOf).containsExactlyInAnyOrderElementsOf(alerts);
        assertThat(index.matching(GO))
                .extracting(found -> index.matchOf(found, GO).orElseThrow().alertVersion())
                .containsOnly(40L);
        alerts.forEach(index::remove);
        assertThat(index.count()).isEqualTo(new AlertIndex.Count(0, 0));
    }

    @Test
    @Tag("M15")
    void alertThatCannotBeFiled_failsAgainAndKeepsNoOtherOut() {
        // Given
        AlertSaved alert = Wish.of("rust").saved();
        PreparedAlert impossible = new PreparedAlert(
                alert,
                AlertText.of(alert).toBytes(),
                Optional.of(new Filing(new int[] {Vocabulary.ANY_JOB, -1}, Sieve.OPEN, Choice.OPEN, new int[0])));
        PreparedAlert before = index.prepare(Wish.of("go").saved());
        PreparedAlert behind = index.prepare(Wish.of("go").saved());

        // When
        assertThatThrownBy(() -> index.save(List.of(before, impossible, behind)))
                .isInstanceOf(IndexOutOfBoundsException.class);

        // Then
        assertThatThrownBy(() -> index.save(List.of(impossible))).isInstanceOf(IndexOutOfBoundsException.class);
        index.save(List.of(before));
        index.save(List.of(behind));
        assertThat(index.matching(GO)).extracting(this::idOf).contains(before.id(), behind.id());
        assertThat(index.count()).isEqualTo(new AlertIndex.Count(2, 0));
    }

    private void saveTogether(Wish... wishes) {
        index.save(Stream.of(wishes).map(wish -> index.prepare(wish.saved())).toList());
    }

    private UUID idOf(FoundAlert found) {
        return index.keyOf(found).alertId();
    }
}
