package io.earlybrd.events.consume;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.reactive.messaging.health.HealthReport;
import io.smallrye.reactive.messaging.health.HealthReport.ChannelInfo;
import io.smallrye.reactive.messaging.providers.extension.HealthCenter;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * Ends the process when one of its consumers has ended. Outages are waited for and poison is put aside, so a consumer that ends all
 * the same has met something that nobody thought of, and a service that whoever supervises it starts again takes up where it was.
 */
@ApplicationScoped
class ConsumerWatch {

    private static final Duration EVERY = Duration.ofSeconds(5);

    private final Supplier<HealthReport> liveness;
    private final Runnable end;
    private boolean over;

    @Inject
    ConsumerWatch(HealthCenter health, ProcessEnd end) {
        this(health::getLiveness, end::begin);
    }

    ConsumerWatch(Supplier<HealthReport> liveness, Runnable end) {
        this.liveness = liveness;
        this.end = end;
    }

    void start(@Observes StartupEvent event, Vertx vertx) {
        vertx.setPeriodic(EVERY.toMillis(), timer -> look());
    }

    void stop(@Observes ShutdownEvent event) {
        over = true;
    }

    /** Ends the process, once, if a consumer has ended. */
    void look() {
        if (over) {
            return;
        }
        List<String> ended = liveness.get().getChannels().stream()
                .filter(channel -> !channel.isOk())
                .map(ConsumerWatch::describe)
                .toList();
        if (!ended.isEmpty()) {
            over = true;
            Log.errorf("the service ends, to be started again, since a consumer has ended: %s", ended);
            end.run();
        }
    }

    private static String describe(ChannelInfo channel) {
        return channel.getChannel() + ": " + channel.getMessage();
    }
}
