package io.earlybrd.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earlybrd.local.Service;
import io.earlybrd.local.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A service without one of its secrets refuses to start, and says in one line what to do. */
@ExtendWith(WorldExtension.class)
@Order(7)
class MissingSecretIT {

    @ParameterizedTest
    @CsvSource({
        "ACCOUNT, EARLYBRD_SERVICE_KEY",
        "SCRAPER, EARLYBRD_SERVICE_KEY",
        "MATCHER, EARLYBRD_SERVICE_KEY",
        "NOTIFIER, EARLYBRD_SERVICE_KEY",
        "BILLING, STRIPE_API_KEY",
        "BILLING, STRIPE_WEBHOOK_SECRET"
    })
    void missingSecret_isRefusedInOneLine(Service service, String secret, World world) throws IOException {
        // Given
        world.system().stop(service);
        int before = log(world, service).size();

        // When
        assertThatThrownBy(() -> world.system().start(service, Map.of(secret, "")))
                .isInstanceOf(StartFailure.class);

        // Then
        List<String> said = log(world, service);
        List<String> after = said.subList(Math.min(before, said.size()), said.size());
        assertThat(after)
                .filteredOn(line -> line.contains("not started: set the environment variable " + secret))
                .hasSize(1);
        assertThat(after).noneMatch(line -> line.startsWith("\tat "));
        world.system().start(service, Map.of());
    }

    private static List<String> log(World world, Service service) throws IOException {
        return Files.readAllLines(world.system().log(service));
    }
}
