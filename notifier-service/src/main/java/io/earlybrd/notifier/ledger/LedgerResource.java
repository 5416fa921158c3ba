package io.earlybrd.notifier.ledger;

import io.earlybrd.events.call.ServiceOnly;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The ledger of one subscriber, for the admin pages. */
@Path("/api/ledger")
@ServiceOnly
// Finished though the client leaves: work that is cut off never gives its database connection back.
@Cancellable(false)
public class LedgerResource {

    private static final int MAX_ENTRIES = 200;

    private final LedgerEntries entries;
    private final Clock clock;

    LedgerResource(LedgerEntries entries, Clock clock) {
        this.entries = entries;
        this.clock = clock;
    }

    /** The newest entries first; {@code before} (a time) gives those that were recorded earlier. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<List<LedgerEntry>> ofSubscriber(
            @RestQuery Optional<String> subscriber,
            @RestQuery Optional<String> before,
            @RestQuery @DefaultValue("50") int limit) {
        UUID subscriberId = subscriber.map(LedgerResource::id).orElseThrow(() -> problem("subscriber is missing"));
        Instant end =
                before.map(LedgerResource::time).orElseGet(() -> clock.instant().plusSeconds(1));
        return Panache.withSession(
                () -> entries.ofSubscriber(subscriberId, end, Math.max(1, Math.min(limit, MAX_ENTRIES))));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw problem("subscriber is no id");
        }
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw problem("before is no time such as 2026-11-23T10:00:00Z");
        }
    }

    /** RFC 9457. */
    private static BadRequestException problem(String detail) {
        return new BadRequestException(Response.status(Response.Status.BAD_REQUEST)
                .type("application/problem+json")
                .entity(Map.of("type", "about:blank", "title", "Bad Request", "status", 400, "detail", detail))
                .build());
    }
}
