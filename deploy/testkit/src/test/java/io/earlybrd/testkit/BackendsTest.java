package io.earlybrd.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.events.Topic;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BackendsTest {

    private final Backends backends = new Backends();

    @Test
    void startedForAService_givesWhatItsConfigurationNeeds() throws Exception {
        // Given
        backends.init(Map.of("database", "notifier"));

        // When
        Map<String, String> config = backends.start();

        // Then
        assertThat(config)
                .containsEntry("kafka.bootstrap.servers", Backends.kafka().bootstrapServers())
                .containsEntry("quarkus.mailer.port", "" + Backends.smtp().port())
                .containsEntry("quarkus.datasource.username", "notifier")
                .containsEntry("quarkus.mailer.mock", "false")
                .containsKey("earlybrd.service-key");
        assertThat(config.get("quarkus.datasource.reactive.url")).startsWith("vertx-reactive:postgresql://127.0.0.1:");
        try (Connection connection = DriverManager.getConnection(
                config.get("quarkus.datasource.jdbc.url"),
                config.get("quarkus.datasource.username"),
                config.get("quarkus.datasource.password"))) {
            assertThat(connection.isValid(5)).isTrue();
        }
    }

    @Test
    void startedAgain_usesTheSameServersWithANewMailbox() {
        // Given
        backends.start();
        long broker = Backends.kafka().pid();
        SmtpServer mailbox = Backends.smtp();

        // When
        backends.stop();
        backends.start();

        // Then
        assertThat(Backends.kafka().pid()).isEqualTo(broker);
        assertThat(Backends.smtp()).isNotSameAs(mailbox);
    }

    @Test
    void copyOfTheClasses_attachesToTheRunningServers() {
        // Given
        RunningBackends first = RunningBackends.get();

        // When
        RunningBackends second = RunningBackends.attach(System.getProperty("earlybrd.backends"));

        // Then
        assertThat(second.kafka()).isNotSameAs(first.kafka());
        assertThat(second.kafka().pid()).isEqualTo(first.kafka().pid());
        assertThat(second.kafka().bootstrapServers()).isEqualTo(first.kafka().bootstrapServers());
        assertThat(second.postgres().pid()).isEqualTo(first.postgres().pid());
        assertThat(second.postgres().port()).isEqualTo(first.postgres().port());
        assertThat(second.postgres().running()).isTrue();
    }

    @Test
    void declaredTopics_areThere() {
        // When Then
        try (KafkaProbe probe = KafkaProbe.of(Backends.kafka())) {
            for (Topic topic : Topic.values()) {
                assertThat(probe.readAll(topic.topicName())).isNotNull();
                assertThat(probe.readAll(topic.deadLetters())).isNotNull();
            }
        }
    }
}
