package io.earlybrd.account.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("W2")
class RuleCostTest {

    @ParameterizedTest
    @CsvSource({
        "employersOnly, employers only, the agencies left out",
        "reposts, no reposts, the jobs listed before left out",
    })
    @Tag("S10")
    @Tag("S19")
    void ruleOfListing_isNamedInWordsAndTriedByItsKind(String kind, String clause, String label) {
        // When
        RuleCost cost = RuleCost.of(new PreviewAnswer.Cost(kind, clause, 4, Optional.empty()));

        // Then
        assertThat(cost).isEqualTo(new RuleCost(new Rule(label, ""), 4, kind));
    }
}
