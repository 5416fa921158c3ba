package io.earlybrd.matcher.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.matcher.query.Clause;
import io.earlybrd.matcher.query.Query;
import io.earlybrd.matcher.query.Scope;
import io.earlybrd.matcher.testing.Posting;
import io.earlybrd.matcher.testing.Wish;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.StampedLock;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("M1")
class RefilingTest {

    private final Vocabulary vocabulary = new Vocabulary();
    private final ConditionTable conditions = new ConditionTable();
    private final FeatureFrequencies frequencies = new FeatureFrequencies();
    private final Postings postings = new Postings();
    private int nextSlot;
    private final Refiling refiling = new Refiling(postings, frequencies);

    @Test
    void alertUnderACommonWord_isMovedToTheRareOneOnceJobsHaveShownIt() {
        // Given
        int engineer = feature("engineer");
        int cobol = feature("cobol");
        int slot = file("engineer cobol");

        // When
        jobsWith("engineer", 300);
        assertThat(refiling.isDue()).isTrue();
        refiling.step(10);

        // Then
        assertThat(isIn(cobol, slot)).isTrue();
        assertThat(postings.isEmpty(engineer)).isTrue();
        int[] list = postings.list(cobol);
        assertThat(PostingList.sieve(list, 0)).isEqualTo(Sieve.with(Sieve.OPEN, engineer));
        assertThat(PostingList.find(list, slot)).isZero();
    }

    @Test
    void alertThatHardlyAJobMeets_staysWhereItIs() {
        // Given
        int cobol = feature("cobol");
        int slot = file("cobol fortran");

        // When
        jobsWith("cobol", 60);
        jobsWith("engineer", 400_000);
        refiling.step(10);

        // Then
        assertThat(frequencies.of(feature("fortran")) * 2).isLessThan(frequencies.of(cobol));
        assertThat(isIn(cobol, slot)).isTrue();
    }

    @Test
    void alertWithAlternatives_isMovedFromAllOfThem() {
        // Given
        int java = feature("java");
        int kotlin = feature("kotlin");
        int cobol = feature("cobol");
        int slot = file("(java OR kotlin) cobol");

        // When
        jobsWith("java", 300);
        refiling.step(10);

        // Then
        assertThat(postings.isEmpty(java)).isTrue();
        assertThat(postings.isEmpty(kotlin)).isTrue();
        assertThat(isIn(cobol, slot)).isTrue();
    }

    @Test
    void manyAlerts_areMovedAFewAtATimeWithTheirConditions() {
        // Given
        int engineer = feature("engineer");
        int cobol = feature("cobol");
        List<String> places = List.of("Berlin", "Paris", "London");
        List<Integer> slots = IntStream.range(0, 90)
                .map(i -> file(Wish.of("engineer cobol").in(places.get(i % places.size()))))
                .boxed()
                .toList();

        // When
        jobsWith("engineer", 300);
        int steps = 0;
        while (refiling.isDue()) {
            refiling.step(7);
            steps++;
        }

        // Then
        assertThat(steps).isGreaterThan(slots.size() / 7);
        assertThat(slots).isNotEmpty().allMatch(slot -> isIn(cobol, slot));
        assertThat(postings.isEmpty(engineer)).isTrue();
        int[] list = postings.list(cobol);
        assertThat(IntStream.range(0, PostingList.size(list))
                        .map(alert -> PostingList.sieve(list, alert))
                        .distinct())
                .hasSize(places.size())
                .noneMatch(Sieve::hasRoom);
    }

    @Test
    void alertsThatAreAddedAndRemovedMeanwhile_keepNoneFromBeingMovedInTheEnd() {
        // Given
        int engineer = feature("engineer");
        int cobol = feature("cobol");
        List<Integer> slots = new ArrayList<>();
        IntStream.range(0, 50).forEach(i -> slots.add(file("engineer cobol")));
        jobsWith("engineer", 300);

        // When
        for (int i = 0; i < 10; i++) {
            refiling.step(5);
            int removed = slots.remove(0);
            postings.remove(isIn(cobol, removed) ? cobol : engineer, removed);
            slots.add(file("engineer cobol"));
        }
        jobsWith("engineer", 1_000);
        while (refiling.isDue()) {
            refiling.step(1_000);
        }

        // Then
        assertThat(slots).isNotEmpty().allMatch(slot -> isIn(cobol, slot));
        assertThat(postings.isEmpty(engineer)).isTrue();
    }

    @Test
    void allLists_areLookedAtOnceAndAgainAfterManyMoreJobs() {
        // Given
        file("engineer cobol");
        jobsWith("engineer", 300);

        // When
        refiling.step(100);

        // Then
        assertThat(refiling.isDue()).isFalse();
        jobsWith("engineer", 1_000);
        assertThat(refiling.isDue()).isTrue();
    }

    private int feature(String word) {
        return vocabulary.featureOf((Clause.Term) Query.parse(word).root());
    }

    private boolean isIn(int feature, int slot) {
        return PostingList.find(postings.list(feature), slot) != PostingList.ABSENT;
    }

    private int file(String words) {
        return file(Wish.of(words));
    }

    /** Files an alert under the first part of its words, which may not be the best. */
    private int file(Wish wish) {
        int[] program = new ProgramWriter(vocabulary, conditions, new StampedLock()).write(wish.criteria());
        frequencies.countAlert(program);
        int slot = nextSlot++;
        Filing filing = Filing.under(program, 0, frequencies);
        for (int feature : filing.features()) {
            postings.add(feature, slot, filing);
        }
        return slot;
    }

    private void jobsWith(String word, int count) {
        JobFeatures features = new JobFeatures();
        vocabulary.mark(Posting.titled(word).text().title(), Scope.TEXT, features);
        for (int i = 0; i < count; i++) {
            frequencies.countJob(features);
        }
    }
}
