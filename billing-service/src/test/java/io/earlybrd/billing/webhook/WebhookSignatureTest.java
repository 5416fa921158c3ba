package io.earlybrd.billing.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.earlybrd.billing.testing.SignedWebhook;
import io.earlybrd.testkit.SharedData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("B4")
class WebhookSignatureTest {

    private static final String OLD_SECRET = "whsec_old";
    private static final String NEW_SECRET = "whsec_new";
    private static final Instant NOW = Instant.ofEpochSecond(1_790_001_000);
    private static final String BODY = "{\"id\": \"evt_1\", \"type\": \"invoice.paid\", \"name\": \"Zoë — 東京\"}";

    private final WebhookSignature signature = new WebhookSignature(List.of(NEW_SECRET, " " + OLD_SECRET));

    @Test
    @Tag("B21")
    void eitherSecret_isAcceptedWhileRotating() {
        assertThat(proves(SignedWebhook.header(OLD_SECRET, NOW, BODY))).isTrue();
        assertThat(proves(SignedWebhook.header(NEW_SECRET, NOW, BODY))).isTrue();
        assertThat(proves(SignedWebhook.header("whsec_other", NOW, BODY))).isFalse();
    }

    @Test
    void severalSignatures_oneIsEnough() {
        // Given
        String header = "t=%d,v1=00ff,v0=%s,v1=%s"
                .formatted(NOW.getEpochSecond(), "ab".repeat(32), SignedWebhook.signature(NEW_SECRET, NOW, BODY));

        // Then
        assertThat(proves(header)).isTrue();
    }

    @Test
    void otherScheme_isNoProof() {
        // Given
        String header = "t=%d,v0=%s".formatted(NOW.getEpochSecond(), SignedWebhook.signature(NEW_SECRET, NOW, BODY));

        // Then
        assertThat(proves(header)).isFalse();
    }

    @Test
    void age_isBoundedToBothSides() {
        Duration tolerance = WebhookSignature.TOLERANCE;
        assertThat(proves(SignedWebhook.header(NEW_SECRET, NOW.minus(tolerance), BODY)))
                .isTrue();
        assertThat(proves(SignedWebhook.header(NEW_SECRET, NOW.minus(tolerance).minusSeconds(1), BODY)))
                .isFalse();
        assertThat(proves(SignedWebhook.header(NEW_SECRET, NOW.plus(tolerance).plusSeconds(1), BODY)))
                .isFalse();
    }

    @Test
    void changedBody_isNoProof() {
        // Given
        String header = SignedWebhook.header(NEW_SECRET, NOW, BODY);

        // Then
        assertThat(signature.proves(header, (BODY + " ").getBytes(StandardCharsets.UTF_8), NOW))
                .isFalse();
    }

    @Test
    void emptySecret_isNoSecret() {
        // Given
        WebhookSignature unset = new WebhookSignature(List.of("", " "));

        // Then
        assertThat(unset.proves("t=" + NOW.getEpochSecond() + ",v1=", BODY.getBytes(StandardCharsets.UTF_8), NOW))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", "t", "t=", "t=,v1=", "v1=ab", "t=1790001000", "t=x,v1=ab", "t=+1790001000,v1=ab"})
    void malformedHeader_isNoProof(String header) {
        assertThat(proves(header)).isFalse();
    }

    @Test
    void recordedVectors_areAnsweredAsExpected() throws IOException {
        // Given
        JsonNode vectors = new ObjectMapper()
                .readTree(SharedData.path("trust/stripe/signature_vectors.json").toFile());
        SoftAssertions answers = new SoftAssertions();

        // When
        for (JsonNode vector : vectors) {
            List<String> secrets = new ArrayList<>();
            vector.path("secrets").forEach(secret -> secrets.add(secret.asText()));
            byte[] body = vector.path("body").asText().getBytes(StandardCharsets.UTF_8);
            boolean proved = new WebhookSignature(secrets)
                    .proves(
                            vector.path("header").asText(""),
                            body,
                            Instant.ofEpochSecond(vector.path("now").asLong()));
            String answer = proved && StripeEvent.read(body).isPresent() ? "200" : "400";
            answers.assertThat(vector.path("expect").asText())
                    .as("%s: %s", vector.path("id").asText(), vector.path("why").asText())
                    .contains(answer);
        }

        // Then
        assertThat(vectors).isNotEmpty();
        answers.assertAll();
    }

    private boolean proves(String header) {
        return signature.proves(header, BODY.getBytes(StandardCharsets.UTF_8), NOW);
    }
}
