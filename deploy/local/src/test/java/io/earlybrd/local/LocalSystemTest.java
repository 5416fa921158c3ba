package io.earlybrd.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earlybrd.events.Topic;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalSystemTest {

    @TempDir
    private Path folder;

    @Test
    void backendsOnly_haveAllTopicsAndADatabaseForEachService() throws Exception {
        SystemOptions options = SystemOptions.in(folder).ports(Ports.free()).only();
        try (LocalSystem system = LocalSystem.start(options)) {
            assertThat(topics(system))
                    .containsAll(
                            Arrays.stream(Topic.values()).map(Topic::topicName).toList());
            try (Connection account = connectAsService(system, "account")) {
                assertThat(account.isValid(5)).isTrue();
            }
            assertThat(Health.ready(system.inboxUrl())).isFalse();
            assertThatThrownBy(() -> LocalSystem.start(options))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("already runs");
        }
    }

    @Test
    void service_isStoppedKilledAndStartedAsATestWants() throws Exception {
        SystemOptions options = SystemOptions.in(folder.resolve("local"))
                .checkout(TinyCheckout.in(folder.resolve("checkout")))
                .ports(Ports.free())
                .only(Service.NOTIFIER);
        try (LocalSystem system = LocalSystem.start(options)) {
            assertThat(system.ready(Service.NOTIFIER)).isTrue();

            system.kill(Service.NOTIFIER);
            assertThat(system.running(Service.NOTIFIER)).isFalse();

            system.start(Service.NOTIFIER);
            assertThat(system.ready(Service.NOTIFIER)).isTrue();

            system.stop(Service.NOTIFIER);
            assertThatThrownBy(() -> system.start(Service.NOTIFIER, Map.of("TINY_BREAKS", "yes")))
                    .isInstanceOf(StartFailure.class);

            system.kafka().stop();
            system.kafka().restart();
            assertThat(topics(system)).isNotEmpty();
        }
    }

    @Test
    void closedInTheMiddleOfItsStart_stopsWhatIsBeingStarted() {
        // Given
        CompletableFuture<LocalSystem> made = new CompletableFuture<>();
        Progress closes = new Progress() {
            @Override
            public void began(String part) {
                if (part.equals(Server.POSTGRES.label())) {
                    made.join().close();
                }
            }

            @Override
            public void ready(String part, Duration after) {}

            @Override
            public void failed(String part) {}

            @Override
            public void note(String message) {}
        };
        LocalSystem system = LocalSystem.of(Installation.prepare(
                SystemOptions.in(folder).ports(Ports.free()).only().progress(closes)));
        made.complete(system);

        // When Then
        assertThatThrownBy(system::start)
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("was stopped before it was ready");
        assertThat(system.kafka().running()).isFalse();
        assertThat(system.postgres().running()).isFalse();
    }

    @Test
    void superuserOfTheDatabases_needsThePasswordFromTheSecrets() throws SQLException {
        SystemOptions options = SystemOptions.in(folder).ports(Ports.free()).only();
        try (LocalSystem system = LocalSystem.start(options)) {
            String url = system.postgres().jdbcUrl("postgres");

            assertThatThrownBy(() -> DriverManager.getConnection(url, "postgres", ""))
                    .isInstanceOf(SQLException.class);
            String password = Secrets.in(folder.resolve("run/secrets")).get("database-password-postgres");
            DriverManager.getConnection(url, "postgres", password).close();
        }
    }

    private static Set<String> topics(LocalSystem system) throws Exception {
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", system.kafka().bootstrapServers()))) {
            return admin.listTopics().names().get();
        }
    }

    private Connection connectAsService(LocalSystem system, String service) throws SQLException {
        String password = Secrets.in(folder.resolve("run/secrets")).get("database-password-" + service);
        return DriverManager.getConnection(system.postgres().jdbcUrl(service), service, password);
    }
}
