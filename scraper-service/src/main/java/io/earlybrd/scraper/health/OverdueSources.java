package io.earlybrd.scraper.health;

import io.earlybrd.scraper.database.DatabaseSilent;
import io.earlybrd.scraper.deadline.Deadline;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** By how much the most overdue source is late: grows when crawling has stopped, for whatever reason, the database's included. */
@ApplicationScoped
class OverdueSources {

    /** Seconds that the oldest due source has waited; 0 if none waits. */
    static final String OVERDUE = "earlybrd.source.overdue";

    private static final Duration LOOK_EVERY = Duration.ofSeconds(15);
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(10);

    private static final String OLDEST = """
            select coalesce(extract(epoch from $1 - min(due_at)), 0)::float8 as seconds from source
            where due_at <= $1 and disabled_at is null
            """;

    private final Vertx vertx;
    private final Pool pool;
    private final Clock clock;
    private final Overdue overdue;
    private long timer;

    OverdueSources(Vertx vertx, Pool pool, Clock clock, MeterRegistry registry) {
        this.vertx = vertx;
        this.pool = pool;
        this.clock = clock;
        this.overdue = new Overdue(clock.instant());
        Gauge.builder(OVERDUE, () -> overdue.seconds(clock.instant()))
                .description("By how much the most overdue source is late")
                .baseUnit("seconds")
                .register(registry);
    }

    void start(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(LOOK_EVERY.toMillis(), tick -> look());
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    private void look() {
        Instant now = clock.instant();
        Deadline.within(LONGEST_LOOK, Vertx.currentContext(), () -> oldest(now), DatabaseSilent::new)
                .subscribe()
                .with(
                        seconds -> overdue.looked(seconds, now),
                        failure -> Log.debug("overdue sources not counted", failure));
    }

    private Uni<Double> oldest(Instant now) {
        return pool.preparedQuery(OLDEST)
                .execute(Tuple.of(now.atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.iterator().next().getDouble("seconds"));
    }
}
