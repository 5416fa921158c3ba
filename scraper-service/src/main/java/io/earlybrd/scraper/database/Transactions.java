package io.earlybrd.scraper.database;

import io.earlybrd.scraper.deadline.Deadline;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Supplier;

/** Transactions that nobody waits for in vain: not for a connection, nor for an answer that is lost on its way. */
@ApplicationScoped
public class Transactions {

    private final Duration limit;

    Transactions(DatabaseConfig config) {
        limit = config.timeout();
    }

    /**
     * Runs work in a transaction. Must be called on a Vert.x context, which is of no use for the database any more once this
     * has failed with {@link DatabaseSilent}.
     */
    public <T> Uni<T> run(Supplier<Uni<T>> work) {
        return Uni.createFrom()
                .deferred(() -> Deadline.within(
                        limit, Vertx.currentContext(), () -> Panache.withTransaction(work), DatabaseSilent::new));
    }
}
