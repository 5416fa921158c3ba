package io.earlybrd.events.outbox;

import io.quarkus.logging.Log;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * {@code POST /outbox/republish?since=2026-11-23T10:00:00Z} on the management port: publishes everything again that was published
 * since then, as after a broker that lost its last seconds. Consumers know the events by their ids, so once more does no harm.
 */
@ApplicationScoped
class OutboxRoutes {

    private final OutboxTable table;

    OutboxRoutes(OutboxTable table) {
        this.table = table;
    }

    void register(@Observes ManagementInterface management) {
        management.router().post("/outbox/republish").handler(this::republish);
    }

    private void republish(RoutingContext request) {
        Instant since;
        try {
            since = Instant.parse(request.request().getParam("since", ""));
        } catch (DateTimeException e) {
            request.response().setStatusCode(400).end("since must be a time such as 2026-11-23T10:00:00Z\n");
            return;
        }
        table.republishSince(since)
                .subscribe()
                .with(
                        rows -> {
                            Log.infof("outbox republishes rows=%d since=%s", rows, since);
                            request.response().end(rows + " events will be published again\n");
                        },
                        request::fail);
    }
}
