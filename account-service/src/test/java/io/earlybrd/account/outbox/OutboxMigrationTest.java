package io.earlybrd.account.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.account.testing.AccountTest;
import io.earlybrd.testkit.Backends;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The outbox's migrations are numbered below the service's own, so a new one comes to databases that are ahead of it. */
@AccountTest
@Tag("O14")
@Timeout(120)
class OutboxMigrationTest {

    private static final String EARLIER = "earlier";

    /** What the newest migration of the outbox did is undone, and forgotten. */
    private static final String AS_AN_EARLIER_RELEASE_LEFT_IT = """
            create index outbox_unpublished_idx on outbox (topic, key, id) where published_at is null and parked_at is null;
            create index outbox_unpublished_id_idx on outbox (id) where published_at is null and parked_at is null;
            drop index outbox_waiting_idx;
            drop index outbox_waiting_id_idx;
            alter table outbox drop column attempts, drop column retry_at;
            delete from flyway_schema_history where version = '0.3';
            """;

    @Inject
    Flyway flyway;

    @Test
    void newMigrationOfTheOutbox_isAppliedToADatabaseThatIsAhead() throws SQLException {
        // Given
        Backends.postgres().createDatabase(EARLIER, EARLIER, EARLIER);
        Flyway migrations = Flyway.configure()
                .configuration(flyway.getConfiguration())
                .dataSource(Backends.postgres().jdbcUrl(EARLIER), EARLIER, EARLIER)
                .load();
        migrations.migrate();
        try (Connection connection = Backends.postgres().connect(EARLIER);
                Statement statement = connection.createStatement()) {
            statement.execute(AS_AN_EARLIER_RELEASE_LEFT_IT);
        }

        // When
        int applied = migrations.migrate().migrationsExecuted;

        // Then
        assertThat(applied).isEqualTo(1);
    }
}
