package io.earlybrd.matcher.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.earlybrd.events.Reason;
import io.earlybrd.matcher.query.InvalidQuery;
import io.earlybrd.matcher.testing.Posting;
import io.earlybrd.matcher.testing.Wish;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    private static final JobText PLATFORM = Posting.titled("Platform Engineer, Developer Infrastructure")
            .at("Kestrel Pay")
            .body("Our team runs Kubernetes (k8s) and writes Go. You report to a manager.")
            .text();

    @ParameterizedTest(name = "{0} is {1}")
    @Tag("M2")
    @CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
                    platform kubernetes => true
                    platform rust => false
                    rust OR go => true
                    rust OR python => false
                    "platform engineer" => true
                    "engineer platform" => false
                    "engineer developer" => true
                    platform -manager => false
                    platform -intern => true
                    (rust OR k8s) platform -(intern OR trainee) => true
                    title:kubernetes => false
                    title:platform => true
                    title:(platform kubernetes) => false
                    company:kestrel => true
                    kestrel => false
                    platform -company:"kestrel pay" => false
                    rust OR (kubernetes -title:manager) => true
                    """)
    void query_decidesByTitleAndBody(String words, boolean matches) {
        assertThat(Wish.of(words).criteria().areMetBy(PLATFORM)).isEqualTo(matches);
    }

    @Test
    @Tag("M9")
    void match_tellsEveryClauseThatHitAndWhere() {
        // Given
        Criteria criteria = Wish.of("\"platform engineer\" (k8s OR rust OR go) -intern company:kestrel")
                .criteria();

        // When
        List<Reason> reasons = criteria.reasons(PLATFORM);

        // Then
        assertThat(reasons)
                .containsExactly(
                        new Reason("\"platform engineer\"", "title", 0),
                        new Reason("k8s", "body", 26),
                        new Reason("go", "body", 42),
                        new Reason("company:kestrel", "company", 0));
    }

    @Test
    @Tag("M9")
    void explanation_judgesEveryClause() {
        // Given
        Criteria criteria = Wish.of("platform (rust OR k8s) -manager").criteria();

        // When
        ClauseVerdict explanation = criteria.explain(PLATFORM).get(0);

        // Then
        assertThat(explanation.verdict()).isEqualTo(Verdict.NO);
        assertThat(explanation.parts())
                .extracting(ClauseVerdict::kind, ClauseVerdict::clause, ClauseVerdict::verdict)
                .containsExactly(
                        tuple("word", "platform", Verdict.YES),
                        tuple("any", "rust OR k8s", Verdict.YES),
                        tuple("not", "-manager", Verdict.NO));
        assertThat(explanation.parts().get(1).parts())
                .extracting(ClauseVerdict::verdict, ClauseVerdict::hit)
                .containsExactly(
                        tuple(Verdict.NO, Optional.empty()),
                        tuple(Verdict.YES, Optional.of(new FieldHit("body", 26, 29))));
    }

    @Test
    void wordsNobodyHasSeen_neitherSendNorWithholdButAreUnknown() {
        // Given
        JobText withoutBody = Posting.titled("Rust developer").text();
        Criteria excluding = Wish.of("rust -blockchain").criteria();
        Criteria asking = Wish.of("rust kubernetes").criteria();

        // Then
        assertThat(excluding.areMetBy(withoutBody)).isTrue();
        assertThat(excluding.explain(withoutBody).get(0).verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(asking.areMetBy(withoutBody)).isFalse();
        assertThat(asking.explain(withoutBody).get(0).verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void alertWithoutWords_needsAPlaceOrEmployerThatIsKnownToHold() {
        // Given
        Criteria inBerlin = Wish.of("").in("Berlin").criteria();

        // Then
        assertThat(inBerlin.areMetBy(
                        Posting.titled("Nurse").in("Berlin, Germany").text()))
                .isTrue();
        assertThat(inBerlin.reasons(
                        Posting.titled("Nurse").in("Berlin, Germany").text()))
                .isNotEmpty();
        assertThat(inBerlin.areMetBy(Posting.titled("Nurse").text())).isFalse();
        assertThatThrownBy(() -> Wish.of(" ").seniorities("senior").criteria()).isInstanceOf(InvalidQuery.class);
    }
}
