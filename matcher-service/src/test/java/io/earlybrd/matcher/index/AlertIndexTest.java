package io.earlybrd.matcher.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.earlybrd.events.AlertMatch;
import io.earlybrd.events.AlertSaved;
import io.earlybrd.matcher.match.JobText;
import io.earlybrd.matcher.query.InvalidQuery;
import io.earlybrd.matcher.testing.Posting;
import io.earlybrd.matcher.testing.Wish;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.StampedLock;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlertIndexTest {

    private static final UUID ALERT = UUID.randomUUID();

    private static final JobText RUST = Posting.titled("Rust developer").text();
    private static final JobText GO = Posting.titled("Go developer").text();

    private final AlertIndex index;

    AlertIndexTest(@TempDir Path directory) {
        index = new AlertIndex(directory);
    }

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    @Tag("M11")
    void editedAlert_matchesByItsNewVersion() {
        // Given
        index.save(Wish.of("rust").id(ALERT).version(1).saved());

        // When
        index.save(Wish.of("go").id(ALERT).version(2).saved());

        // Then
        assertThat(index.matching(RUST)).isEmpty();
        assertThat(index.matching(GO))
                .extracting(found -> index.matchOf(found, GO).orElseThrow().alertVersion())
                .containsExactly(2L);
        assertThat(index.count()).isEqualTo(new AlertIndex.Count(1, 0));
    }

    @Test
    @Tag("M11")
    void olderVersion_isIgnored() {
        // Given
        index.save(Wish.of("go").id(ALERT).version(2).saved());

        // When
        index.save(Wish.of("rust").id(ALERT).version(1).saved());

        // Then
        assertThat(index.matching(RUST)).isEmpty();
        assertThat(index.matching(GO)).hasSize(1);
    }

    @Test
    @Tag("M1")
    @Tag("S10")
    void repost_isFoundOnlyByAlertsThatWantSuchAndByAllBeforeItIsOne() {
        // Given
        index.save(Wish.of("rust").saved());
        index.save(Wish.of("rust").id(ALERT).withReposts().saved());
        JobText again = Posting.titled("Rust developer").relisted(1).text();

        // Then
        assertThat(index.matching(RUST)).hasSize(2);
        assertThat(index.matching(again)).extracting(this::idOf).containsExactly(ALERT);
        assertThat(index.matching(again))
                .allSatisfy(found -> assertThat(index.matchOf(found, again)).isPresent());
        assertThat(index.disagreements()).isZero();
    }

    @Test
    @Tag("M1")
    @Tag("S10")
    @Tag("S19")
    void wishForNoReposts_takesNoRoomInAProgramAndThatForEmployersOne() {
        // Given
        ProgramWriter programs = new ProgramWriter(new Vocabulary(), new ConditionTable(), new StampedLock());
        int[] plain = programs.write(Wish.of("rust").in("Berlin").criteria());

        // Then
        assertThat(programs.write(Wish.of("rust").in("Berlin").withReposts().criteria()))
                .isEqualTo(plain);
        assertThat(programs.write(Wish.of("rust").in("Berlin").employersOnly().criteria()))
                .hasSize(plain.length + 1);
    }

    @Test
    void pausedAlert_matchesNothingUntilItIsStartedAgain() {
        // Given
        index.save(Wish.of("go").id(ALERT).version(1).saved());

        // When
        index.save(Wish.of("go").id(ALERT).version(2).paused().saved());

        // Then
        assertThat(index.matching(GO)).isEmpty();
        assertThat(index.count()).isEqualTo(new AlertIndex.Count(0, 1));
        index.save(Wish.of("go").id(ALERT).version(1).saved());
        assertThat(index.matching(GO)).isEmpty();
        index.save(Wish.of("go").id(ALERT).version(3).saved());
        assertThat(index.matching(GO)).hasSize(1);
    }

    @Test
    void deletedAlert_matchesNothing() {
        // Given
        index.save(Wish.of("go OR rust").id(ALERT).saved());

        // When
        index.remove(ALERT);
        index.remove(ALERT);

        // Then
        assertThat(index.matching(GO)).isEmpty();
        assertThat(index.count()).isEqualTo(new AlertIndex.Count(0, 0));
    }

    @Test
    void brokenVersion_leavesTheOneBefore() {
        // Given
        index.save(Wish.of("go").id(ALERT).version(1).saved());
        AlertSaved broken = Wish.of("(go").id(ALERT).version(2).saved();

        // When
        assertThatThrownBy(() -> index.save(broken)).isInstanceOf(InvalidQuery.class);

        // Then
        assertThat(index.matching(GO)).hasSize(1);
    }

    @Test
    @Tag("M15")
    void alertOfNobody_isRefusedAndItsNextVersionIsTaken() {
        // Given
        AlertSaved ofNobody = Wish.of("go").id(ALERT).by(null).version(1).saved();

        // When
        assertThatThrownBy(() -> index.save(ofNobody)).isInstanceOf(NullPointerException.class);

        // Then
        assertThat(index.count()).isEqualTo(new AlertIndex.Count(0, 0));
        index.save(Wish.of("go").id(ALERT).version(2).saved());
        assertThat(index.matching(GO)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "go",
                "developer go -rust",
                "title:go",
                "rust OR go",
                "company:fjordbank go",
                "-(rust OR -go)",
                "-(-go OR kotlin)",
                "\"go developer\"",
                "front-end OR go"
            })
    void everyShapeOfQuery_isFoundUnderWhatItRequires(String words) {
        // Given
        index.save(Wish.of(words).id(ALERT).saved());

        // Then
        assertThat(index.matching(GO)).hasSize(1);
        assertThat(index.matching(Posting.titled("Java engineer").text())).isEmpty();
    }

    @Test
    @Tag("M7")
    void alertThatWasFoundButIsNotMet_isNoMatchAndIsCounted() {
        // Given
        index.save(Wish.of("go").id(ALERT).saved());
        FoundAlert found = index.matching(GO).get(0);

        // When
        Optional<AlertMatch> match = index.matchOf(found, RUST);

        // Then
        assertThat(match).isEmpty();
        assertThat(index.disagreements()).isEqualTo(1);
        assertThat(index.matchOf(found, GO)).isPresent();
    }

    @Test
    void alertWithoutWords_isAskedForEveryJob() {
        // Given
        index.save(Wish.of("").onlyAt("Fjordbank").id(ALERT).saved());

        // Then
        assertThat(index.matching(GO)).hasSize(1);
        index.remove(ALERT);
        assertThat(index.matching(GO)).isEmpty();
    }

    @Test
    void alertThatIsEditedWithoutPause_isSeenInOneVersionByEveryJob() throws InterruptedException {
        // Given
        JobText both = Posting.titled("Go and Rust developer").text();
        index.save(Wish.of("rust").id(ALERT).version(1).saved());
        CountDownLatch started = new CountDownLatch(1);
        AtomicBoolean stop = new AtomicBoolean();
        Thread owner = new Thread(() -> {
            for (long version = 2; !stop.get(); version++) {
                index.save(Wish.of(version % 2 == 0 ? "go" : "rust")
                        .id(ALERT)
                        .version(version)
                        .saved());
                started.countDown();
            }
        });

        // When
        owner.start();
        started.await();

        // Then
        for (int i = 0; i < 20_000; i++) {
            assertThat(index.matching(both)).hasSize(1);
        }
        stop.set(true);
        owner.join();
    }

    @Test
    void alertsThatComeAndGoInOtherGroupsOfItsList_neverHideOne() throws InterruptedException {
        // Given
        JobText inBerlin = Posting.titled("Go developer").in("Berlin, Germany").text();
        index.save(Wish.of("go").in("Berlin").id(ALERT).saved());
        List<String> places = List.of("Paris", "Germany", "London", "Madrid", "Oslo", "Europe", "Ulm");
        List<UUID> others = Stream.generate(UUID::randomUUID).limit(60).toList();
        CountDownLatch started = new CountDownLatch(1);
        AtomicBoolean stop = new AtomicBoolean();
        Thread owners = new Thread(() -> {
            for (int version = 1; !stop.get(); version++) {
                UUID other = others.get(version % others.size());
                if (version % 3 == 0) {
                    index.remove(other);
                } else {
                    index.save(Wish.of("go")
                            .in(places.get(version % places.size()))
                            .id(other)
                            .version(version)
                            .saved());
                }
                started.countDown();
            }
        });

        // When
        owners.start();
        started.await();

        // Then
        for (int i = 0; i < 20_000; i++) {
            assertThat(index.matching(inBerlin)).extracting(this::idOf).containsOnlyOnce(ALERT);
        }
        stop.set(true);
        owners.join();
    }

    @Test
    @Tag("M11")
    void versionsThatComeAtTheSameTime_leaveTheNewestAlone() {
        for (int round = 0; round < 50; round++) {
            // Given
            UUID alert = UUID.randomUUID();
            List<Wish> versions = IntStream.rangeClosed(1, 40)
                    .mapToObj(version ->
                            Wish.of(version % 2 == 0 ? "go" : "rust").id(alert).version(version))
                    .toList();
            List<Wish> shuffled = new ArrayList<>(versions);
            Collections.shuffle(shuffled);

            // When
            shuffled.parallelStream().forEach(version -> index.save(version.saved()));

            // Then
            assertThat(index.matching(RUST)).isEmpty();
            assertThat(index.matching(GO))
                    .extracting(
                            this::idOf,
                            found -> index.matchOf(found, GO).orElseThrow().alertVersion())
                    .containsExactly(tuple(alert, 40L));
            index.remove(alert);
            assertThat(index.matching(GO)).isEmpty();
        }
        assertThat(index.count()).isEqualTo(new AlertIndex.Count(0, 0));
    }

    @Test
    @Tag("M11")
    void alertThatWasFiledAnew_isEditedAndDeletedLikeOthers() {
        // Given
        UUID deleted = UUID.randomUUID();
        index.save(Wish.of("developer cobol").id(ALERT).version(1).saved());
        index.save(Wish.of("developer cobol").id(deleted).version(1).saved());
        JobText developer = Posting.titled("Developer").text();
        JobText cobol = Posting.titled("Cobol developer").text();
        for (int i = 0; i < 1_000; i++) {
            index.matching(developer);
        }

        // When
        index.save(Wish.of("go").id(ALERT).version(2).saved());
        index.remove(deleted);

        // Then
        assertThat(index.matching(cobol)).isEmpty();
        assertThat(index.matching(GO)).extracting(this::idOf).containsExactly(ALERT);
        assertThat(index.count()).isEqualTo(new AlertIndex.Count(1, 0));
    }

    private UUID idOf(FoundAlert found) {
        return index.keyOf(found).alertId();
    }
}
