package io.earlybrd.account.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.account.web.FormErrors.Problem;
import io.earlybrd.events.AlertFilters;
import io.earlybrd.events.SalaryFloor;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("A5")
class AlertFormReaderTest {

    @Test
    void wholeForm_becomesADraft() {
        // Given
        AlertForm form = form();
        form.name = " Platform\r\nengineer ";
        form.places = "Berlin\r\n Potsdam \n\nBerlin\n";
        form.remote = "only";
        form.pay = "75,000";
        form.cur = "EUR";
        form.in = "Fjordbank";
        form.out = "Oakline, Tallship Cloud";
        form.type = List.of("contract", "full-time");
        form.level = List.of("senior");
        form.cad = "weekly";

        // When
        AlertDraft draft = AlertFormReader.read(form).draft().orElseThrow();

        // Then
        assertThat(draft.name()).isEqualTo("Platform engineer");
        assertThat(draft.cadence()).isEqualTo("weekly");
        assertThat(draft.filters())
                .isEqualTo(new AlertFilters(
                        List.of("Berlin", "Potsdam"),
                        "only",
                        List.of("Fjordbank"),
                        List.of("Oakline", "Tallship Cloud"),
                        Optional.of(new SalaryFloor(7_500_000, "EUR", "year", false)),
                        List.of("full-time", "contract"),
                        List.of("senior")));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    Acme, Inc.                  | Acme, Inc.
                    Acme, Globex , ,Initech,    | Acme; Globex; Initech
                    Acme, Inc., Globex, LLC     | Acme, Inc.; Globex, LLC
                    Müller, GmbH & Co. KG, Acme | Müller, GmbH & Co. KG; Acme
                    Inc., Acme                  | Inc.; Acme
                    """)
    void employersWithCommasBetween_areOneEachWithTheirLegalForm(String typed, String employers) {
        // Given
        AlertForm form = form();
        form.in = typed + "\nNorthwind, Ltd.";

        // When
        AlertFilters filters = AlertFormReader.read(form).draft().orElseThrow().filters();

        // Then
        assertThat(filters.companiesIn()).containsExactly((employers + "; Northwind, Ltd.").split("; "));
    }

    @Test
    @Tag("M14")
    void otherNames_areFoundOnlyIfAskedFor() {
        // Given
        AlertForm form = form();
        AlertForm asking = form();
        asking.aliases = "on";

        // When
        AlertFilters plain = AlertFormReader.read(form).draft().orElseThrow().filters();
        AlertFilters withAliases =
                AlertFormReader.read(asking).draft().orElseThrow().filters();

        // Then
        assertThat(plain).isEqualTo(AlertFilters.NONE);
        assertThat(withAliases).isEqualTo(AlertFilters.NONE.withAliases(true));
    }

    @Test
    @Tag("S10")
    @Tag("S19")
    void agenciesAreLeftOutAndRepostsTakenIn_onlyIfAskedFor() {
        // Given
        AlertForm asking = form();
        asking.employers = "on";
        asking.reposts = "on";

        // When
        AlertFilters plain = AlertFormReader.read(form()).draft().orElseThrow().filters();
        AlertFilters asked = AlertFormReader.read(asking).draft().orElseThrow().filters();

        // Then
        assertThat(plain).isEqualTo(AlertFilters.NONE);
        assertThat(asked).isEqualTo(AlertFilters.NONE.withEmployersOnly(true).withReposts(true));
        assertThat(Conditions.of(plain)).isEqualTo("Anywhere");
        assertThat(Conditions.of(asked)).isEqualTo("Anywhere · no agencies · jobs listed before included");
    }

    @ParameterizedTest
    @CsvSource({"employersOnly, false, false", "reposts, true, true", "places, true, false"})
    @Tag("S10")
    @Tag("S19")
    @Tag("W2")
    void formWithoutARuleOfListing_keepsTheOther(String rule, boolean employersOnly, boolean reposts) {
        // Given
        AlertForm form = form();
        form.employers = "on";
        form.without = rule;

        // When
        AlertForm changed = form.changed();

        // Then
        assertThat(changed.wantsEmployersOnly()).isEqualTo(employersOnly);
        assertThat(changed.wantsReposts()).isEqualTo(reposts);
    }

    @Test
    @Tag("A7")
    void formWithoutWords_isRefusedWithAdvice() {
        // Given
        AlertForm form = form();
        form.q = "  ";

        // When
        AlertFormReader.Result result = AlertFormReader.read(form);

        // Then
        assertThat(result.draft()).isEmpty();
        assertThat(result.errors().on("q")).contains("at least one word", "every job would match");
    }

    @ParameterizedTest
    @ValueSource(strings = {"much", "75k", "-5", "7,50", "1e5", "99999999999999"})
    void payThatIsNoNumber_isRefused(String pay) {
        // Given
        AlertForm form = form();
        form.pay = pay;
        form.cur = "EUR";

        // When
        AlertFormReader.Result result = AlertFormReader.read(form);

        // Then
        assertThat(result.errors().all()).extracting(Problem::field).containsExactly("pay");
    }

    @ParameterizedTest
    @CsvSource({"75000, EUR, 7500000", "'75,000', EUR, 7500000", "75.000, EUR, 7500000", "'6 000 000', JPY, 6000000"})
    void pay_isReadInMinorUnitsOfItsCurrency(String typed, String currency, long minor) {
        assertThat(Pay.read(typed, currency, true, true)).contains(new SalaryFloor(minor, currency, "year", true));
    }

    @Test
    void valuesThatNoListOffers_areRefused() {
        // Given
        AlertForm form = form();
        form.remote = "sometimes";
        form.cad = "hourly";
        form.type = List.of("volunteer");

        // When
        AlertFormReader.Result result = AlertFormReader.read(form);

        // Then
        assertThat(result.errors().all()).extracting(Problem::field).containsExactlyInAnyOrder("remote", "cad", "type");
    }

    @Test
    void overlongParts_areRefusedWithTheirLength() {
        // Given
        AlertForm form = form();
        form.name = "n".repeat(81);
        form.q = "q".repeat(501);
        form.places = "a\n" + "p".repeat(501);
        form.out = "o".repeat(81);

        // When
        AlertFormReader.Result result = AlertFormReader.read(form);

        // Then
        assertThat(result.errors().on("name")).contains("This one has 81.");
        assertThat(result.errors().on("q")).contains("This has 501.");
        assertThat(result.errors().on("places")).contains("one a line", "500");
        assertThat(result.errors().on("out")).contains("one a line", "80");
    }

    private static AlertForm form() {
        AlertForm form = new AlertForm();
        form.name = "Rust";
        form.q = "rust";
        return form;
    }
}
