package io.earlybrd.matcher.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.earlybrd.events.AlertMatch;
import io.earlybrd.events.Reason;
import io.earlybrd.matcher.index.AlertIndex;
import io.earlybrd.matcher.testing.Posting;
import io.earlybrd.matcher.testing.Wish;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Alerts whose owners want common other names to be found as well. */
@Tag("M14")
class AliasesOfAlertsTest {

    @TempDir
    Path directory;

    private static final JobText PLATFORM = Posting.titled("Platform Engineer")
            .at("Fjordbank")
            .body("You run Kubernetes, PostgreSQL and some ML.")
            .text();

    @ParameterizedTest(name = "{0}: {1} without other names, {2} with them")
    @CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
                    k8s => false => true
                    kubernetes => true => true
                    psql platform => false => true
                    "machine learning" => false => true
                    machine learning => false => true
                    machine learning psql => false => true
                    learning machine => false => false
                    title:k8s => false => false
                    company:k8s => false => false
                    platform -k8s => true => false
                    platform -(machine learning) => true => false
                    (rust OR k8s) psql => false => true
                    k8s rust => false => false
                    k8s -kubernetes => false => false
                    platform -k8s kubernetes => true => true
                    sre OR devops => false => false
                    """)
    void otherNames_areFoundOnlyIfTheyAreWanted(String words, boolean plain, boolean withAliases) {
        assertThat(matches(Wish.of(words))).isEqualTo(plain);
        assertThat(matches(Wish.of(words).withAliases())).isEqualTo(withAliases);
    }

    @Test
    void reason_saysWhatWasWrittenAndWhichNameHit() {
        // Given
        Criteria criteria = Wish.of("platform k8s postgresql machine learning")
                .withAliases()
                .criteria();

        // When
        List<Reason> reasons = criteria.reasons(PLATFORM);

        // Then
        assertThat(reasons)
                .containsExactly(
                        new Reason("platform", "title", 0),
                        new Reason("k8s = Kubernetes", "body", 8),
                        new Reason("postgresql", "body", 20),
                        new Reason("machine learning = ML", "body", 40));
    }

    @Test
    void nameAsWritten_isTheReasonThoughAnotherStandsBeforeIt() {
        // Given
        JobText both = Posting.titled("Kubernetes engineer")
                .body("Kubernetes (k8s) at scale")
                .text();

        // When
        List<Reason> reasons = Wish.of("k8s").withAliases().criteria().reasons(both);

        // Then
        assertThat(reasons).containsExactly(new Reason("k8s", "body", 12));
    }

    @Test
    void alternativesThatAreNamesOfOneThing_giveOneReason() {
        // When
        List<Reason> reasons =
                Wish.of("(k8s OR kubernetes)").withAliases().criteria().reasons(PLATFORM);

        // Then
        assertThat(reasons).containsExactly(new Reason("kubernetes", "body", 8));
    }

    @Test
    void explanation_saysWhichNameHit() {
        // Given
        Criteria criteria = Wish.of("k8s -js").withAliases().criteria();

        // When
        ClauseVerdict explanation = criteria.explain(PLATFORM).get(0);

        // Then
        assertThat(explanation.parts())
                .extracting(ClauseVerdict::clause, ClauseVerdict::verdict)
                .containsExactly(tuple("k8s = Kubernetes", Verdict.YES), tuple("-js", Verdict.YES));
        assertThat(explanation.parts().get(0).hit()).contains(new FieldHit("body", 8, 18));
    }

    @Test
    void requirements_areToldAsTheyWereWritten() {
        // When
        List<Requirement> requirements = Wish.of(
                        "machine learning (k8s OR site reliability engineer) -(data warehouse)")
                .withAliases()
                .criteria()
                .requirements();

        // Then
        assertThat(requirements)
                .extracting(Requirement::text)
                .containsExactly(
                        "machine learning", "k8s OR (site reliability engineer)", "-(data warehouse)", "no reposts");
        assertThat(requirements.get(1).otherWords()).contains("machine learning -(data warehouse)");
    }

    @Test
    void alertsWithoutWordsOrNames_areAsTheyWere() {
        // Given
        JobText inBerlin = Posting.titled("Nurse").in("Berlin, Germany").text();

        // Then
        assertThat(Wish.of("").in("Berlin").withAliases().criteria().areMetBy(inBerlin))
                .isTrue();
        assertThat(Wish.of("kotlin").withAliases().criteria().query())
                .hasValueSatisfying(query -> assertThat(query).hasToString("kotlin"));
    }

    private boolean matches(Wish wish) {
        try (AlertIndex index = new AlertIndex(directory)) {
            index.save(wish.saved());
            List<AlertMatch> found = index.matching(PLATFORM).stream()
                    .flatMap(one -> index.matchOf(one, PLATFORM).stream())
                    .toList();

            assertThat(found).hasSize(wish.criteria().areMetBy(PLATFORM) ? 1 : 0);
            assertThat(found).allSatisfy(match -> assertThat(match.reasons()).isNotEmpty());
            return !found.isEmpty();
        }
    }
}
