package io.earlybrd.matcher.testing;

import io.earlybrd.testkit.Backends;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** The one thing that the matcher needs: a real broker with all topics. */
public class Broker implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return Map.of(
                "kafka.bootstrap.servers", Backends.kafka().bootstrapServers(),
                "earlybrd.service-key", Backends.SERVICE_KEY);
    }

    @Override
    public void stop() {
        // Other applications of this JVM use it too; it ends with the JVM.
    }
}
