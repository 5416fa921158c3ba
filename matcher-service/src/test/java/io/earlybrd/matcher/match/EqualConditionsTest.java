package io.earlybrd.matcher.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.events.SalaryFloor;
import io.earlybrd.matcher.place.PlaceWish;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Conditions that judge alike are equal, so that they are judged once a job. */
@Tag("M1")
class EqualConditionsTest {

    @Test
    void conditionsThatJudgeAlike_areEqual() {
        assertEqual(places(true, "Berlin", "US"), places(true, "US", "berlin"));
        assertEqual(
                CompanyCondition.only(List.of("Acme", "Beta")), CompanyCondition.only(List.of("beta", "ACME GmbH")));
        assertEqual(
                VocabularyCondition.ofSeniorities(List.of("senior", "lead")),
                VocabularyCondition.ofSeniorities(List.of("Lead", "senior")));
        assertEqual(salary(12_000, "EUR", "year", true), salary(1_000, "eur", "month", true));
    }

    @Test
    void conditionsThatMayJudgeDifferently_areNot() {
        // Given
        List<Condition> different = List.of(
                places(true, "Berlin"),
                places(false, "Berlin"),
                places(true, "Hamburg"),
                places(true, "Berlin", "Hamburg"),
                RemoteCondition.ONLY,
                RemoteCondition.NONE,
                ListingCondition.EMPLOYERS_ONLY,
                ListingCondition.NO_REPOSTS,
                CompanyCondition.only(List.of("Acme")),
                CompanyCondition.never(List.of("Acme")),
                VocabularyCondition.ofSeniorities(List.of("senior")),
                VocabularyCondition.ofEmploymentTypes(List.of("senior")),
                salary(12_000, "EUR", "year", true),
                salary(12_000, "EUR", "year", false),
                salary(12_000, "USD", "year", true),
                new SalaryCondition(new SalaryFloor(1_200_000, "EUR", "year", true, Optional.of(false))),
                salary(13_000, "EUR", "year", true));

        // Then
        assertThat(different).doesNotHaveDuplicates();
    }

    private static void assertEqual(Condition one, Condition other) {
        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
    }

    private static Condition places(boolean remotePasses, String... places) {
        return new PlacesCondition(Stream.of(places).map(PlaceWish::of).toList(), remotePasses);
    }

    private static Condition salary(long amount, String currency, String period, boolean unknownPasses) {
        return new SalaryCondition(new SalaryFloor(amount * 100, currency, period, unknownPasses));
    }
}
