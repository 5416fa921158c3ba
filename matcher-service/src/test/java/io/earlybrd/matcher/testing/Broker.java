package io.earlybrd.matcher.testing;

import io.earlybrd.testkit.Backends;
import io.earlybrd.testkit.trace.OtlpCollector;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** What the matcher needs: a real broker with all topics; and a collector of traces, because it traces only where there is one. */
public class Broker implements QuarkusTestResourceLifecycleManager {

    private OtlpCollector traces;

    @Override
    public Map<String, String> start() {
        try {
            traces = OtlpCollector.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of(
                "kafka.bootstrap.servers",
                Backends.kafka().bootstrapServers(),
                "earlybrd.service-key",
                Backends.SERVICE_KEY,
                "quarkus.otel.sdk.disabled",
                "false",
                "quarkus.otel.exporter.otlp.endpoint",
                traces.endpoint());
    }

    /** The broker stays: other applications of this JVM use it too. */
    @Override
    public void stop() {
        traces.close();
    }
}
