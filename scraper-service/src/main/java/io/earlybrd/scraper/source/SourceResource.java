package io.earlybrd.scraper.source;

import io.earlybrd.events.call.ServiceOnly;
import io.earlybrd.scraper.normalise.PlainText;
import io.earlybrd.scraper.provider.Adapter;
import io.earlybrd.scraper.provider.Adapters;
import io.earlybrd.scraper.provider.Board;
import io.earlybrd.scraper.provider.InvalidBoard;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/**
 * Lists, adds and polls sources. For other services only. A call whose caller has left is answered all the same: Hibernate
 * Reactive never gives back the connection of work that is cancelled (quarkusio/quarkus#51576).
 */
@Path("/api/sources")
@Cancellable(false)
@ServiceOnly
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SourceResource {

    private static final int MAX_COMPANY_LENGTH = 200;

    private final Adapters adapters;
    private final SourceService sources;

    SourceResource(Adapters adapters, SourceService sources) {
        this.adapters = adapters;
        this.sources = sources;
    }

    /** All sources. */
    @GET
    public Uni<List<SourceView>> list() {
        return sources.list();
    }

    /** Adds a source: 201, or 200 if it is there already. */
    @POST
    public Uni<Response> add(@Nullable NewSource wanted) {
        if (wanted == null || wanted.provider() == null) {
            return refused("Name a provider and a board or url.");
        }
        Optional<Adapter> adapter = adapters.find(wanted.provider());
        if (adapter.isEmpty()) {
            return refused("There is no such provider; there are " + String.join(", ", adapters.providers()) + ".");
        }
        Board board;
        try {
            board = board(adapter.get(), wanted);
        } catch (InvalidBoard e) {
            return refused(e.getMessage());
        }
        return sources.add(adapter.get(), board)
                .map(added -> Response.status(added.created() ? Status.CREATED : Status.OK)
                        .entity(added.source())
                        .build());
    }

    /** Makes a source due now: 202. */
    @POST
    @Path("/{id}/poll")
    @Consumes(MediaType.WILDCARD)
    public Uni<Response> poll(@PathParam("id") UUID id) {
        return sources.poll(id)
                .map(source -> source == null
                        ? Problem.response(Status.NOT_FOUND, "There is no such source.")
                        : Response.accepted(source).build());
    }

    private static Board board(Adapter adapter, NewSource wanted) {
        String name = wanted.board() != null ? wanted.board() : wanted.url();
        if (name == null) {
            throw new InvalidBoard("Name a board or url.");
        }
        String company = wanted.company() == null ? "" : PlainText.line(wanted.company());
        return new Board(
                adapter.boardName(name), company.isEmpty() ? null : PlainText.cut(company, MAX_COMPANY_LENGTH));
    }

    private static Uni<Response> refused(String detail) {
        return Uni.createFrom().item(Problem.response(Status.BAD_REQUEST, detail));
    }
}
