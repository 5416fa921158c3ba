package io.earlybrd.matcher.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.events.AlertMatch;
import io.earlybrd.events.AlertSaved;
import io.earlybrd.events.Reason;
import io.earlybrd.matcher.index.AlertIndex;
import io.earlybrd.matcher.index.FoundAlert;
import io.earlybrd.matcher.testing.Posting;
import io.earlybrd.matcher.testing.Wish;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an alert excludes stays excluded whatever else in it hits, and holds for that alert alone. */
@Tag("M4")
class ExclusionsTest {

    private static final UUID A = UUID.fromString("019ab000-0000-7000-8000-00000000000a");
    private static final UUID B = UUID.fromString("019ab000-0000-7000-8000-00000000000b");
    private static final UUID SUBSCRIBER = UUID.fromString("019ab000-0000-7000-8000-000000000001");

    private static final JobText JOB = Posting.titled("SRE, on-call lead")
            .at("Kestrel Pay")
            .in("Berlin, Germany")
            .body("Kubernetes and Go. You report to the engineering manager.")
            .text();

    private final AlertIndex index;

    ExclusionsTest(@TempDir Path directory) {
        index = new AlertIndex(directory);
    }

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    void jobHitByOneAlertAndExcludedByAnother_isAMatchOfTheFirstOnlyForItsOwnReasons() {
        // Given
        AlertSaved hit =
                Wish.of("sre kubernetes").id(A).by(SUBSCRIBER).version(3).saved();
        AlertSaved excluded =
                Wish.of("(sre OR go) -manager").id(B).by(SUBSCRIBER).saved();
        index.save(hit);
        index.save(excluded);

        // When
        List<AlertMatch> matches = index.matching(JOB).stream()
                .flatMap(alert -> index.matchOf(alert, JOB).stream())
                .toList();

        // Then
        assertThat(matches)
                .containsExactly(new AlertMatch(
                        A, 3, List.of(new Reason("sre", "title", 0), new Reason("kubernetes", "body", 0))));
        assertThat(Criteria.of(excluded.query(), excluded.filters()).areMetBy(JOB))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sre -manager",
                "-manager sre",
                "sre NOT manager",
                "(sre OR kubernetes OR go) -manager",
                "sre -(intern OR manager)",
                "sre -title:lead",
                "sre -company:kestrel",
                "sre -\"engineering manager\"",
                "title:sre -\"on-call\"",
                "(sre -manager) OR (go -manager)",
                "sre (kubernetes -manager)"
            })
    void excludedWord_keepsTheJobAwayThoughOtherWordsHit(String words) {
        // Given
        Wish wish = Wish.of(words).id(B);

        // When
        index.save(wish.saved());

        // Then
        assertThat(index.matching(JOB)).isEmpty();
        assertThat(wish.criteria().areMetBy(JOB)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sre -title:manager",
                "sre -company:manager",
                "sre -title:kubernetes",
                "sre -\"manager engineering\"",
                "sre -(intern manager)",
                "sre OR (go -manager)"
            })
    void exclusion_holdsInItsScopeOnly(String words) {
        // Given
        Wish wish = Wish.of(words).id(A);

        // When
        index.save(wish.saved());

        // Then
        assertThat(index.matching(JOB)).hasSize(1);
        assertThat(wish.criteria().reasons(JOB)).containsExactly(new Reason("sre", "title", 0));
    }

    @Test
    void excludedEmployer_keepsTheJobAwayThoughItsWordsAndPlaceHit() {
        // Given
        index.save(Wish.of("sre").in("Berlin").notAt("Kestrel Pay").id(B).saved());
        index.save(Wish.of("sre").in("Berlin").notAt("Kestrel").id(A).saved());

        // Then
        assertThat(index.matching(JOB)).extracting(this::idOf).containsExactly(A);
    }

    private UUID idOf(FoundAlert found) {
        return index.keyOf(found).alertId();
    }
}
