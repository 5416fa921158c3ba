package io.earlybrd.events.company;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("M13")
class CompanyNamesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "acme",
                "ACME",
                " Acme ",
                "Acme GmbH",
                "ACME GmbH & Co. KG",
                "Acmé, Inc.",
                "Acme B.V.",
                "Acme S.p.A.",
                "Acme A/S",
                "Ａｃｍｅ Pty Ltd",
                "A.C.M.E. Corporation"
            })
    void namesThatDifferInCaseAccentsOrLegalForm_areEqual(String name) {
        assertThat(CompanyNames.comparable(name)).isEqualTo("acme");
    }

    @ParameterizedTest
    @CsvSource({"Acme Labs, Acme", "Co-op, Acme", "Limited, Company", "株式会社, 合同会社", "Größe, Grosse", "कंपनी, कंपन"})
    void otherNames_stayApart(String name, String other) {
        assertThat(CompanyNames.comparable(name)).isNotEmpty().isNotEqualTo(CompanyNames.comparable(other));
    }

    @Test
    void nameOfSignsOnly_isEmpty() {
        assertThat(CompanyNames.comparable(" – ★ ")).isEmpty();
    }
}
