package io.earlybrd.events.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceTokenTest {

    private static final String KEY = "a key that only the tests know, long enough";
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);

    private final ServiceToken tokens = new ServiceToken(KEY, NOON);

    @Test
    void tokenForThisCall_isAccepted() {
        String token = tokens.issue("account", "POST", "/api/preview");

        assertThat(tokens.accepts(token, "POST", "/api/preview")).isTrue();
    }

    @Test
    void tokenForAnotherCall_isRefused() {
        String token = tokens.issue("account", "POST", "/api/preview");

        assertThat(tokens.accepts(token, "GET", "/api/preview")).isFalse();
        assertThat(tokens.accepts(token, "POST", "/api/explain")).isFalse();
    }

    @Test
    void tokenOfAnotherKey_isRefused() {
        String token = new ServiceToken("another key", NOON).issue("account", "POST", "/api/preview");

        assertThat(tokens.accepts(token, "POST", "/api/preview")).isFalse();
    }

    @Test
    void tokenAfterAMinute_isRefused() {
        String token = tokens.issue("account", "POST", "/api/preview");
        ServiceToken later = new ServiceToken(KEY, Clock.offset(NOON, Duration.ofSeconds(60)));

        assertThat(later.accepts(token, "POST", "/api/preview")).isFalse();
    }

    @Test
    void callerOrExpiryChanged_isRefused() {
        String token = tokens.issue("account", "POST", "/api/preview");
        String expiry = token.split("\\.")[2];

        assertThat(tokens.accepts(token.replace("account", "matcher"), "POST", "/api/preview"))
                .isFalse();
        assertThat(tokens.accepts(
                        token.replace(expiry, Long.toString(Long.parseLong(expiry) + 1)), "POST", "/api/preview"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "v1",
                "v1.a.b",
                "v1.account.soon.AAAA",
                "v2.account.1.AAAA",
                "v1.account.9999999999.é"
            })
    void garbage_isRefused(String token) {
        assertThat(tokens.accepts(token, "POST", "/api/preview")).isFalse();
    }
}
