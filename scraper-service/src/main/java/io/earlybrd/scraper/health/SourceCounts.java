package io.earlybrd.scraper.health;

import io.earlybrd.scraper.database.DatabaseSilent;
import io.earlybrd.scraper.deadline.Deadline;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;

/** How many sources of each provider are in which health, as operators were told: a source that only flaps counts as healthy. */
@ApplicationScoped
class SourceCounts {

    /** Number of sources by provider and health; each instance counts all of them. */
    static final String SOURCES = "earlybrd.source.known";

    private static final Duration LOOK_EVERY = Duration.ofSeconds(15);
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(10);

    private static final String COUNT = """
            select provider, coalesce(reported, case health when 'new' then 'new' else 'healthy' end) as health,
                   count(*) as sources
            from source
            where disabled_at is null
            group by 1, 2
            """;

    private final Vertx vertx;
    private final Pool pool;
    private final MultiGauge gauge;
    private long timer;

    SourceCounts(Vertx vertx, Pool pool, MeterRegistry registry) {
        this.vertx = vertx;
        this.pool = pool;
        this.gauge = MultiGauge.builder(SOURCES)
                .description("Sources by the health that operators were told of")
                .register(registry);
    }

    void start(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(LOOK_EVERY.toMillis(), tick -> look());
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    private void look() {
        Deadline.within(LONGEST_LOOK, Vertx.currentContext(), this::count, DatabaseSilent::new)
                .subscribe()
                .with(rows -> gauge.register(rows, true), failure -> Log.debug("sources not counted", failure));
    }

    private Uni<List<MultiGauge.Row<?>>> count() {
        return pool.query(COUNT)
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .<MultiGauge.Row<?>>map(row -> MultiGauge.Row.of(
                                Tags.of("provider", row.getString("provider"), "health", row.getString("health")),
                                row.getLong("sources")))
                        .toList());
    }
}
