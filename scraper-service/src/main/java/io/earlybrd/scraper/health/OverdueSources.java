package io.earlybrd.scraper.health;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;

/** By how much the most overdue source is late: grows when crawling has stopped, for whatever reason. */
@ApplicationScoped
class OverdueSources {

    /** Seconds that the oldest due source has waited; 0 if none waits. */
    static final String OVERDUE = "earlybrd.source.overdue";

    private static final Duration LOOK_EVERY = Duration.ofSeconds(15);

    private static final String OLDEST = """
            select coalesce(extract(epoch from $1 - min(due_at)), 0)::float8 as seconds from source where due_at <= $1
            """;

    private final Vertx vertx;
    private final Pool pool;
    private final Clock clock;
    private volatile double seconds;
    private long timer;

    OverdueSources(Vertx vertx, Pool pool, Clock clock, MeterRegistry registry) {
        this.vertx = vertx;
        this.pool = pool;
        this.clock = clock;
        Gauge.builder(OVERDUE, () -> seconds)
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
        pool.preparedQuery(OLDEST)
                .execute(Tuple.of(clock.instant().atOffset(ZoneOffset.UTC)))
                .subscribe()
                .with(
                        rows -> seconds = rows.iterator().next().getDouble("seconds"),
                        failure -> Log.debug("overdue sources not counted", failure));
    }
}
