package io.earlybrd.scraper.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("S4")
class ValidatorsTest {

    @ParameterizedTest
    @ValueSource(strings = {"W/\"5\"", "not quoted", "\"\u00e9\"", "Mon, 23 Nov 2026 10:00:00 GMT"})
    void oddButHarmlessHeader_isKeptAsItIs(String header) {
        assertThat(Validators.received(header, header)).isEqualTo(new Validators(header, header));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\u0000b", "a\nb", "a\u0085b", "\u4f60"})
    void headerThatCannotBeShownAgain_countsAsNone(String header) {
        assertThat(Validators.received(header, header)).isEqualTo(Validators.NONE);
    }

    @Test
    void headerOfManyKilobytes_countsAsNone() {
        assertThat(Validators.received("x".repeat(1001), null)).isEqualTo(Validators.NONE);
        assertThat(Validators.received("x".repeat(1000), null).any()).isTrue();
    }
}
