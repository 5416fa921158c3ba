package io.earlybrd.matcher.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.matcher.testing.Posting;
import io.earlybrd.matcher.testing.Wish;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Three hundred places as job ads write them, each with a wish and what a careful reader would say of it. */
@Tag("M6")
class GoldenPlacesTest {

    @ParameterizedTest(name = "{0} ({1}), {2} is wished: {3}")
    @CsvFileSource(resources = "/places/golden.tsv", delimiter = '\t', nullValues = "-", quoteCharacter = '\0')
    void place_isJudgedAsACarefulReaderWould(String place, String workplace, String wish, Verdict verdict) {
        // Given
        Criteria criteria = Wish.of("nurse").in(wish).criteria();
        Posting posting = Posting.titled("Nurse");
        if (place != null) {
            posting.in(place);
        }
        if (workplace != null) {
            posting.workplace(workplace);
        }

        // When
        ClauseVerdict explained = criteria.explain(posting.text()).get(1);

        // Then
        assertThat(explained.verdict()).isEqualTo(verdict);
        assertThat(explained.clause()).isEqualTo(wish);
        assertThat(criteria.areMetBy(posting.text())).isEqualTo(verdict != Verdict.NO);
    }
}
