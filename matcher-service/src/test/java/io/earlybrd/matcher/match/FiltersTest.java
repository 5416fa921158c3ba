package io.earlybrd.matcher.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earlybrd.events.Reason;
import io.earlybrd.matcher.query.InvalidQuery;
import io.earlybrd.matcher.testing.Posting;
import io.earlybrd.matcher.testing.Wish;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Employers, pay, employment type and seniority; exclusions. */
class FiltersTest {

    @ParameterizedTest
    @ValueSource(strings = {"Acme", "ACME GmbH & Co. KG", "acme, Inc.", "Ac-me Ltd"})
    void employer_isTheSameWithoutCaseAndLegalForm(String company) {
        // Given
        JobText job = Posting.titled("Nurse").at(company).text();

        // Then
        assertThat(Wish.of("nurse").onlyAt("Acme AG", "Other").criteria().areMetBy(job))
                .isTrue();
        assertThat(Wish.of("nurse").notAt("acme").criteria().areMetBy(job)).isFalse();
    }

    @Test
    void employerWithALongerName_isAnother() {
        // Given
        JobText job = Posting.titled("Nurse").at("Acme Labs").text();

        // Then
        assertThat(Wish.of("nurse").onlyAt("Acme").criteria().areMetBy(job)).isFalse();
        assertThat(Wish.of("nurse").notAt("Acme").criteria().areMetBy(job)).isTrue();
    }

    @Test
    @Tag("M4")
    void exclusion_winsOverEverythingThatHolds() {
        // Given
        JobText job = Posting.titled("Rust developer")
                .at("Acme")
                .in("Berlin")
                .body("Join the blockchain.")
                .text();

        // Then
        assertThat(Wish.of("rust")
                        .in("Berlin")
                        .onlyAt("Acme")
                        .notAt("Acme")
                        .criteria()
                        .areMetBy(job))
                .isFalse();
        assertThat(Wish.of("rust (developer OR engineer) -blockchain")
                        .criteria()
                        .areMetBy(job))
                .isFalse();
        assertThat(Wish.of("rust").criteria().areMetBy(job)).isTrue();
    }

    @ParameterizedTest(name = "{0} to {1} {2} a {3} for a floor of {4}: {5}")
    @Tag("M5")
    @CsvSource(nullValues = "-", textBlock = """
                    64000, 72000, EUR, year,  75000, NO
                    64000, 75000, EUR, year,  75000, YES
                    -,     80000, EUR, year,  75000, YES
                    -,     70000, EUR, year,  75000, NO
                    76000, -,     EUR, year,  75000, YES
                    60000, -,     EUR, year,  75000, UNKNOWN
                    0,     0,     EUR, year,  75000, UNKNOWN
                    90000, 99000, USD, year,  75000, UNKNOWN
                    90000, 99000, eur, YEAR,  75000, YES
                    90000, 99000, EUR, sprint, 75000, UNKNOWN
                    -,     6250,  EUR, month, 75000, YES
                    -,     6249,  EUR, month, 75000, NO
                    -,     36,    EUR, hour,  75000, NO
                    -,     37,    EUR, hour,  75000, YES
                    90000000000000000, -, EUR, hour, 75000, YES
                    """)
    void pay_isComparedByTheTopOfItsRangeAYear(
            Long min, Long max, String currency, String period, long floor, Verdict verdict) {
        // Given
        JobText job = Posting.titled("Nurse").pay(min, max, currency, period).text();
        Criteria strict = Wish.of("nurse").from(floor, "EUR", "year", false).criteria();
        Criteria lenient = Wish.of("nurse").from(floor, "EUR", "year", true).criteria();

        // Then
        assertThat(strict.explain(job).get(1).verdict()).isEqualTo(verdict);
        assertThat(strict.areMetBy(job)).isEqualTo(verdict == Verdict.YES);
        assertThat(lenient.areMetBy(job)).isEqualTo(verdict != Verdict.NO);
    }

    @Test
    @Tag("M5")
    void payNotStated_passesAsTheSubscriberSays() {
        // Given
        JobText job = Posting.titled("Nurse").text();

        // Then
        assertThat(Wish.of("nurse").from(1, "EUR", "month", true).criteria().areMetBy(job))
                .isTrue();
        assertThat(Wish.of("nurse").from(1, "EUR", "month", false).criteria().areMetBy(job))
                .isFalse();
    }

    @ParameterizedTest(name = "{0} {1} a {2}: pass {3}, only if pay is stated {4}, refuse {5}")
    @Tag("M5")
    @CsvSource(nullValues = "-", textBlock = """
                    -,     -,   -,      true,  false, false
                    0,     EUR, year,   true,  false, false
                    90000, USD, year,   true,  true,  false
                    90000, EUR, sprint, true,  true,  false
                    60000, EUR, year,   true,  true,  false
                    80000, EUR, year,   true,  true,  true
                    """)
    void unknownPay_isTreatedAsOneOfThreePoliciesSays(
            Long min, String currency, String period, boolean pass, boolean ifStated, boolean refuse) {
        // Given
        Posting posting = Posting.titled("Nurse");
        JobText job = (min == null ? posting : posting.pay(min, null, currency, period)).text();
        JobText tooLow =
                Posting.titled("Nurse").pay(1_000L, 2_000L, "EUR", "year").text();

        // When
        Criteria passing = Wish.of("nurse").from(75_000, "EUR", "year", true).criteria();
        Criteria stating =
                Wish.of("nurse").from(75_000, "EUR", "year", true, false).criteria();
        Criteria refusing = Wish.of("nurse").from(75_000, "EUR", "year", false).criteria();

        // Then
        assertThat(passing.areMetBy(job)).isEqualTo(pass);
        assertThat(stating.areMetBy(job)).isEqualTo(ifStated);
        assertThat(refusing.areMetBy(job)).isEqualTo(refuse);
        assertThat(List.of(passing, stating, refusing)).noneMatch(criteria -> criteria.areMetBy(tooLow));
    }

    @Test
    @Tag("M5")
    void typeOrSeniorityThatIsNotStated_isUnknownInTheExplanation() {
        // Given
        Criteria criteria = Wish.of("nurse")
                .employmentTypes("full-time")
                .seniorities("Senior")
                .criteria();

        // When
        List<ClauseVerdict> silent = criteria.explain(Posting.titled("Nurse").text());
        List<ClauseVerdict> foreign = criteria.explain(Posting.titled("Nurse")
                .employmentType("seasonal")
                .seniority("guru")
                .text());
        List<ClauseVerdict> known = criteria.explain(Posting.titled("Nurse")
                .employmentType("FULL-TIME")
                .seniority("junior")
                .text());

        // Then
        assertThat(silent)
                .extracting(ClauseVerdict::verdict)
                .containsExactly(Verdict.YES, Verdict.UNKNOWN, Verdict.UNKNOWN);
        assertThat(silent).extracting(ClauseVerdict::met).containsOnly(true);
        assertThat(foreign)
                .extracting(ClauseVerdict::verdict)
                .containsExactly(Verdict.YES, Verdict.UNKNOWN, Verdict.UNKNOWN);
        assertThat(known).extracting(ClauseVerdict::verdict).containsExactly(Verdict.YES, Verdict.YES, Verdict.NO);
    }

    @Test
    @Tag("M5")
    void employmentTypeAndSeniority_refuseOnlyWhatIsKnownToBeAnother() {
        // Given
        Criteria criteria = Wish.of("nurse")
                .employmentTypes("full-time", "contract")
                .seniorities("senior")
                .criteria();

        // Then
        assertThat(criteria.areMetBy(Posting.titled("Nurse").text())).isTrue();
        assertThat(criteria.areMetBy(
                        Posting.titled("Nurse").employmentType("Full-Time").text()))
                .isTrue();
        assertThat(criteria.areMetBy(
                        Posting.titled("Nurse").employmentType("part-time").text()))
                .isFalse();
        assertThat(criteria.areMetBy(
                        Posting.titled("Nurse").employmentType("seasonal").text()))
                .isTrue();
        assertThat(criteria.areMetBy(Posting.titled("Nurse").seniority("junior").text()))
                .isFalse();
        assertThat(criteria.areMetBy(Posting.titled("Nurse").seniority("senior").text()))
                .isTrue();
    }

    @Test
    @Tag("M5")
    @Tag("S19")
    void employersOnly_refusesWhatAnAgencyPlacedAndPassesWhatDoesNotSay() {
        // Given
        JobText placed = Posting.titled("Nurse").byAgency().text();
        JobText silent = Posting.titled("Nurse").text();
        Criteria picky = Wish.of("nurse").employersOnly().criteria();

        // Then
        assertThat(picky.areMetBy(placed)).isFalse();
        assertThat(picky.areMetBy(silent)).isTrue();
        assertThat(picky.explain(silent))
                .filteredOn(clause -> clause.kind().equals("employersOnly"))
                .extracting(ClauseVerdict::verdict)
                .containsExactly(Verdict.UNKNOWN);
        assertThat(Wish.of("nurse").criteria().areMetBy(placed)).isTrue();
    }

    @Test
    @Tag("S10")
    void repost_isForAlertsThatWantSuchAndExplainedWhereItIsRefused() {
        // Given
        JobText again = Posting.titled("Nurse").relisted(2).text();
        JobText fresh = Posting.titled("Nurse").text();
        Criteria usual = Wish.of("nurse").criteria();
        Criteria wanting = Wish.of("nurse").withReposts().criteria();

        // Then
        assertThat(usual.areMetBy(again)).isFalse();
        assertThat(usual.reasonsIfMet(again)).isEmpty();
        assertThat(usual.areMetBy(fresh)).isTrue();
        assertThat(wanting.areMetBy(again)).isTrue();
        assertThat(usual.explain(again)).extracting(ClauseVerdict::kind).containsExactly("word", "reposts");
        assertThat(usual.explain(fresh)).extracting(ClauseVerdict::kind).containsExactly("word");
        assertThat(usual.requirements()).extracting(Requirement::kind).containsExactly("word", "reposts");
    }

    @Test
    @Tag("M5")
    @Tag("S10")
    @Tag("S19")
    void howAJobWasListed_doesNotMakeUpForMissingWords() {
        // Given
        JobText silent = Posting.titled("Nurse").text();

        // Then
        assertThatThrownBy(() -> Wish.of("").employersOnly().criteria()).isInstanceOf(InvalidQuery.class);
        assertThat(Wish.of("").in("Berlin").employersOnly().criteria().areMetBy(silent))
                .isFalse();
    }

    @Test
    @Tag("M9")
    void filtersThatHold_areReasonsToo() {
        // Given
        JobText job = Posting.titled("Nurse")
                .at("Acme GmbH")
                .in("Berlin, Germany")
                .pay(70_000L, 80_000L, "EUR", "year")
                .employmentType("full-time")
                .seniority("senior")
                .text();
        Criteria criteria = Wish.of("nurse")
                .onlyAt("Acme")
                .in("Berlin")
                .from(75_000, "EUR", "year", true)
                .employmentTypes("full-time")
                .seniorities("senior")
                .criteria();

        // Then
        assertThat(criteria.reasons(job))
                .containsExactly(
                        new Reason("Acme", "company", 0),
                        new Reason("nurse", "title", 0),
                        new Reason("Berlin", "place", 0),
                        new Reason("from 75000 EUR a year", "salary", 0),
                        new Reason("full-time", "employmentType", 0),
                        new Reason("senior", "seniority", 0));
    }

    @Test
    void filterThatMeansNothing_isRefusedByName() {
        assertThatThrownBy(() -> Wish.of("nurse").remote("maybe").criteria())
                .isInstanceOfSatisfying(
                        InvalidFilters.class, e -> assertThat(e.filter()).isEqualTo("remote"));
        assertThatThrownBy(() -> Wish.of("nurse").in("!?").criteria())
                .isInstanceOfSatisfying(
                        InvalidFilters.class, e -> assertThat(e.filter()).isEqualTo("places"));
        assertThatThrownBy(() -> Wish.of("nurse").from(1, "EUR", "sprint", true).criteria())
                .hasMessageContaining("“sprint” is no period");
        assertThatThrownBy(() -> Wish.of("nurse").from(1, "euros", "year", true).criteria())
                .hasMessageContaining("“euros” is no ISO 4217 currency");
    }
}
