package io.earlybrd.account.login;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("A3")
class NextPageTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"/ledger", "/settings", "/alerts/new", "/alerts/0198c0de-0000-7000-8000-000000000001/delete"})
    void pageOfThisSite_isGoneOnTo(String wanted) {
        assertThat(NextPage.of(wanted)).isEqualTo(wanted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "//evil.example", "https://evil.example/alerts", "/alerts\r\nSet-Cookie: x", "/login"})
    void anythingElse_isTheAlerts(String wanted) {
        assertThat(NextPage.of(wanted)).isEqualTo("/alerts");
    }

    @Test
    void longestTextThatAFormTakes_isTheAlertsAndNoFault() {
        assertThat(NextPage.of("/alerts" + "/a".repeat(8_000))).isEqualTo("/alerts");
    }
}
