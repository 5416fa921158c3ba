package io.earlybrd.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earlybrd.local.Service;
import io.earlybrd.local.StartFailure;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A service without one of its secrets refuses to start, and says in one line what to do. */
@ExtendWith(WorldExtension.class)
@Order(8)
class MissingSecretIT {

    @Test
    void missingSecret_isRefusedInOneLine(World world) {
        // Given
        World.withEachService(world.system()::stop).join();

        // When, then
        World.withEachService(service -> {
                    assertRefused(world, service, "EARLYBRD_SERVICE_KEY");
                    if (service == Service.BILLING) {
                        assertRefused(world, service, "STRIPE_API_KEY");
                        assertRefused(world, service, "STRIPE_WEBHOOK_SECRET");
                    }
                    world.system().start(service, Map.of());
                })
                .join();
    }

    private static void assertRefused(World world, Service service, String secret) {
        ServiceLog log = new ServiceLog(world.system(), service);
        assertThatThrownBy(() -> world.system().start(service, Map.of(secret, "")))
                .isInstanceOf(StartFailure.class);

        assertThat(log.lines())
                .filteredOn(line -> line.contains("not started: set the environment variable " + secret))
                .hasSize(1);
        assertThat(log.lines()).noneMatch(line -> line.startsWith("\tat "));
    }
}
