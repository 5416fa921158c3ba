package io.earlybrd.scraper.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earlybrd.scraper.testing.ImpatientWithTheDatabase;
import io.earlybrd.scraper.testing.ServiceTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@ServiceTest
@TestProfile(ImpatientWithTheDatabase.class)
@Tag("G14")
class TransactionsTest {

    @Inject
    Transactions transactions;

    @Test
    void transactionWithoutAnAnswer_failsInTimeAndTheNextOneIsDone() throws Throwable {
        assertThatThrownBy(() -> VertxContextSupport.subscribeAndAwait(
                        () -> transactions.run(() -> Uni.createFrom().nothing())))
                .isInstanceOf(DatabaseSilent.class);

        int changed = VertxContextSupport.subscribeAndAwait(() -> transactions.run(
                () -> Sql.of("update source set version = version").execute()));

        assertThat(changed).isNotNegative();
    }
}
