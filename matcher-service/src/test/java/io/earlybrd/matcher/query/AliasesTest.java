package io.earlybrd.matcher.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earlybrd.matcher.text.Tokeniser;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("M14")
class AliasesTest {

    private static final int FEWEST = 80;

    @Test
    void file_isReadAndHasTheNamesOfTheTrade() {
        assertThat(Aliases.ofTheTrade().count()).isGreaterThanOrEqualTo(FEWEST);
    }

    @ParameterizedTest(name = "{0} is also found by {1}")
    @CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
                    k8s => Kubernetes
                    KUBERNETES => k8s
                    js => JavaScript
                    ml => Machine Learning
                    machine-learning => ML
                    sre => Site Reliability Engineer, Site Reliability Engineering
                    psql => Postgres, PostgreSQL
                    postgresql => psql, Postgres
                    golang => Go
                    go => Golang
                    c++ => CPP
                    dotnet => Dot Net
                    registered nurse => RN
                    rn => Registered Nurse
                    cpa => Certified Public Accountant
                    commercial drivers license => CDL, Commercial Driver's License
                    ob-gyn => Obstetrics and Gynecology, Obstetrics and Gynaecology
                    mergers acquisitions => M&A
                    hr => Human Resources
                    human resources => ``
                    business analyst => ``
                    kotlin => ``
                    """)
    void name_isAlsoFoundByTheOthers(String name, String others) {
        assertThat(Aliases.ofTheTrade().of(Tokeniser.spellings(name)))
                .extracting(Aliases.Name::text)
                .containsExactly(others.isEmpty() ? new String[0] : others.split(", "));
    }

    /** What these short words are in most job ads has nothing to do with the long name. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "hr", "er", "bi", "ba", "pr", "po", "plc", "cad", "qc", "np", "ot", "gp", "ea", "ae", "ev", "soc", "pm",
                "pt", "pa", "ma", "it", "am", "or", "in", "us", "ca", "md", "ms", "co"
            })
    void wordOfManyMeanings_isFoundOnlyByWhoWritesIt(String word) {
        Aliases aliases = Aliases.ofTheTrade();

        assertThat(aliases.of(Tokeniser.spellings(word)))
                .allSatisfy(name -> assertThat(aliases.of(name.spellings()))
                        .extracting(Aliases.Name::text)
                        .noneMatch(word::equalsIgnoreCase));
    }

    @Test
    void nameOnTwoLines_isRefused() {
        assertThatThrownBy(() -> Aliases.of(List.of("a1 = b1", "c1 = B1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("c1 = B1");
        assertThatThrownBy(() -> Aliases.of(List.of("a1 = "))).hasMessageContaining("a1 =");
    }
}
