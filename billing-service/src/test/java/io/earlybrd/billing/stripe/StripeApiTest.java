package io.earlybrd.billing.stripe;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.mutiny.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("B6")
class StripeApiTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void closeVertx() {
        vertx.closeAndForget();
    }

    @Test
    void silenceThatNoOtherTimeOutEnds_isBounded() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            // Given
            URI base = URI.create("http://127.0.0.1:" + silent.getLocalPort());
            StripeApi stripe = new StripeApi(new Patient(base), vertx, new StripeMetrics(new SimpleMeterRegistry()));

            // When
            assertThatThrownBy(() -> stripe.call(
                                    "get-balance",
                                    client -> client.v1().balance().retrieve())
                            .await()
                            .atMost(PATIENCE))
                    // Then
                    .isInstanceOf(StripeUnavailable.class)
                    .hasMessageStartingWith("get-balance: no answer in");
        }
    }

    /** Waits for single answers as good as for ever, but not for the whole call. */
    private record Patient(URI apiBase) implements StripeConfig {

        @Override
        public Optional<String> apiKey() {
            return Optional.of("sk_test_patient");
        }

        @Override
        public Optional<List<String>> webhookSecret() {
            return Optional.empty();
        }

        @Override
        public Duration connectTimeout() {
            return PATIENCE.multipliedBy(2);
        }

        @Override
        public Duration readTimeout() {
            return PATIENCE.multipliedBy(2);
        }

        @Override
        public int retries() {
            return 0;
        }

        @Override
        public Duration callTimeout() {
            return Duration.ofMillis(200);
        }
    }
}
