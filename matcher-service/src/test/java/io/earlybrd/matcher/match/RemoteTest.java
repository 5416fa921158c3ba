package io.earlybrd.matcher.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.events.Reason;
import io.earlybrd.matcher.testing.Posting;
import io.earlybrd.matcher.testing.Wish;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What "also remote", "only remote" and "no remote" let pass. */
@Tag("M6")
class RemoteTest {

    @ParameterizedTest(name = "{0}, {1}: also {2}, only {3}, no {4}")
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
                    remote | Remote                       | true  | true  | false
                    remote | Germany                      | true  | true  | false
                    remote | Remote - US                  | false | false | false
                    remote | Remote, Europe               | true  | true  | false
                    remote | San Francisco, CA            | false | false | false
                    remote | Worldwide                    | true  | true  | false
                    -      | Remote                       | true  | true  | false
                    -      | Home based - Worldwide       | true  | true  | false
                    -      | Remote - United States       | false | false | false
                    -      | Remote, Germany              | true  | true  | false
                    hybrid | Berlin, Germany              | true  | false | true
                    onsite | Berlin, Germany              | true  | false | true
                    -      | Berlin, Germany              | true  | false | true
                    hybrid | Hamburg, Austria             | false | false | false
                    onsite | Remote area of Alaska        | false | false | false
                    """)
    void workplace_decidesTogetherWithThePlaces(
            String workplace, String place, boolean also, boolean only, boolean no) {
        // Given
        Posting posting = Posting.titled("Nurse").in(place);
        JobText job = (workplace == null ? posting : posting.workplace(workplace)).text();

        // Then
        assertThat(Wish.of("nurse").in("Germany").remote("also").criteria().areMetBy(job))
                .isEqualTo(also);
        assertThat(Wish.of("nurse").in("Germany").remote("only").criteria().areMetBy(job))
                .isEqualTo(only);
        assertThat(Wish.of("nurse").in("Germany").remote("no").criteria().areMetBy(job))
                .isEqualTo(no);
    }

    @Test
    void wishedPlaceThatWeDoNotKnow_letsRemoteJobsOfACountryPassAsUnknown() {
        // Given
        JobText job = Posting.titled("Nurse")
                .workplace("remote")
                .in("Remote - Germany")
                .text();
        Criteria unknown = Wish.of("nurse").in("Xhofraix").criteria();
        Criteria known = Wish.of("nurse").in("Berlin").criteria();

        // Then
        assertThat(unknown.areMetBy(job)).isTrue();
        assertThat(unknown.explain(job).get(1).verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(known.explain(job).get(1).verdict()).isEqualTo(Verdict.YES);
    }

    @Test
    void jobThatOffersBoth_passesEachRule() {
        // Given
        JobText job = Posting.titled("Nurse").in("Berlin").in("Remote").text();

        // Then
        assertThat(Wish.of("nurse").in("Berlin").remote("only").criteria().areMetBy(job))
                .isTrue();
        assertThat(Wish.of("nurse").in("Berlin").remote("no").criteria().areMetBy(job))
                .isTrue();
    }

    @Test
    void titleThatSaysRemote_isEvidence() {
        // Given
        JobText job = Posting.titled("Nurse (Remote)").text();

        // Then
        assertThat(Wish.of("nurse").remote("only").criteria().areMetBy(job)).isTrue();
        assertThat(Wish.of("nurse").remote("only").criteria().reasons(job))
                .contains(new Reason("remote", "workplace", 0));
    }

    @Test
    void jobThatDoesNotSay_isNotSentToThoseWhoWantOnlyRemote() {
        // Given
        JobText job = Posting.titled("Nurse").text();
        Criteria criteria = Wish.of("nurse").remote("only").criteria();

        // Then
        assertThat(criteria.areMetBy(job)).isFalse();
        assertThat(criteria.explain(job).get(1).verdict()).isEqualTo(Verdict.UNKNOWN);
    }
}
