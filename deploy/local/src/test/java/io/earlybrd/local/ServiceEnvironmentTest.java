package io.earlybrd.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.testkit.ProjectRoot;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceEnvironmentTest {

    @TempDir
    private Path folder;

    private ServiceEnvironment environment;

    @BeforeEach
    void usualPorts() {
        environment = new ServiceEnvironment(
                Ports.from(Map.of()),
                Secrets.in(folder.resolve("secrets")),
                JvmProfile.named(ProjectRoot.path().resolve("deploy/local/jvm-flags"), "small", 17),
                folder.resolve("matcher"));
    }

    @Test
    void everyService_isToldWhereItListensAndWhereKafkaIs() {
        for (Service service : Service.values()) {
            assertThat(environment.of(service, Map.of()))
                    .containsEntry("QUARKUS_HTTP_PORT", Integer.toString(service.defaultPort()))
                    .containsEntry("QUARKUS_MANAGEMENT_PORT", Integer.toString(service.defaultPort() + 1000))
                    .containsEntry("QUARKUS_HTTP_HOST", "127.0.0.1")
                    .containsEntry("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:19092")
                    .containsEntry("EARLYBRD_PUBLIC_URL", "http://localhost:8080")
                    .containsEntry("EARLYBRD_MAIL_LINKS_URL", "http://localhost:8083")
                    .containsEntry("EARLYBRD_SERVICE_KEY", environment.serviceKey());
        }
    }

    @Test
    void eachDatabase_hasItsOwnRoleAndPassword() {
        Map<String, String> account = environment.of(Service.ACCOUNT, Map.of());
        Map<String, String> billing = environment.of(Service.BILLING, Map.of());

        assertThat(account)
                .containsEntry("QUARKUS_DATASOURCE_USERNAME", "account")
                .containsEntry("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://127.0.0.1:15432/account");
        assertThat(account.get("QUARKUS_DATASOURCE_PASSWORD"))
                .isNotBlank()
                .isNotEqualTo(billing.get("QUARKUS_DATASOURCE_PASSWORD"));
        assertThat(environment.of(Service.MATCHER, Map.of()))
                .containsEntry("MATCHER_RECENT_DIRECTORY", folder + "/matcher")
                .doesNotContainKey("QUARKUS_DATASOURCE_USERNAME");
    }

    @Test
    void secretOfOneService_isToldToNoOther() {
        assertThat(environment.of(Service.BILLING, Map.of())).containsKey("STRIPE_WEBHOOK_SECRET");
        assertThat(environment.of(Service.ACCOUNT, Map.of()))
                .doesNotContainKeys("STRIPE_WEBHOOK_SECRET", "STRIPE_API_KEY", "EARLYBRD_MAIL_TOKEN_KEY");
    }

    @Test
    void setByThePersonWhoStarts_winsOverADefaultButNotOverTheWiring() {
        Map<String, String> inherited =
                Map.of("EARLYBRD_COALESCE_SECONDS", "60", "KAFKA_BOOTSTRAP_SERVERS", "elsewhere:1");

        assertThat(environment.of(Service.NOTIFIER, inherited))
                .doesNotContainKey("EARLYBRD_COALESCE_SECONDS")
                .containsEntry("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:19092");
    }
}
