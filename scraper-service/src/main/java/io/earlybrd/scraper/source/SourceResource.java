package io.earlybrd.scraper.source;

import io.earlybrd.events.call.ServiceOnly;
import io.earlybrd.scraper.detect.Detection;
import io.earlybrd.scraper.detect.Detector;
import io.earlybrd.scraper.detect.FoundBoard;
import io.earlybrd.scraper.fetch.RefusedUrl;
import io.earlybrd.scraper.fetch.WebUrl;
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
import jakarta.ws.rs.QueryParam;
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
    private final SourceQueries queries;
    private final Detector detector;

    SourceResource(Adapters adapters, SourceService sources, SourceQueries queries, Detector detector) {
        this.adapters = adapters;
        this.sources = sources;
        this.queries = queries;
        this.detector = detector;
    }

    /** Sources, all without a parameter: by provider, health ({@code trouble}, {@code off}) and a part of their name. */
    @GET
    public Uni<List<SourceView>> list(
            @QueryParam("provider") @Nullable String provider,
            @QueryParam("health") @Nullable String health,
            @QueryParam("named") @Nullable String named,
            @QueryParam("limit") @Nullable Integer limit) {
        return queries.find(provider, health, named, limit);
    }

    /** How the sources of each provider fare. */
    @GET
    @Path("/summary")
    public Uni<List<SourceQueries.ProviderSummary>> summary() {
        return queries.summary();
    }

    /** Adds a source: 201, or 200 if it is there already. Without a provider the address decides; 422 if it names none. */
    @POST
    public Uni<Response> add(@Nullable NewSource wanted) {
        if (wanted == null || wanted.provider() == null && wanted.url() == null) {
            return refused("Name a provider and a board or url, or a url alone.");
        }
        return wanted.provider() == null ? detected(wanted) : named(wanted, wanted.provider());
    }

    private Uni<Response> named(NewSource wanted, String provider) {
        Optional<Adapter> adapter = adapters.find(provider);
        if (adapter.isEmpty()) {
            return refused("There is no such provider; there are " + String.join(", ", adapters.providers()) + ".");
        }
        String name = wanted.board() != null ? wanted.board() : wanted.url();
        if (name == null) {
            return refused("Name a board or url.");
        }
        try {
            return sources.add(adapter.get(), board(adapter.get(), name, wanted.company()))
                    .map(SourceResource::added);
        } catch (InvalidBoard e) {
            return refused(e.getMessage());
        }
    }

    private Uni<Response> detected(NewSource wanted) {
        WebUrl url;
        try {
            url = WebUrl.parse(wanted.url());
        } catch (RefusedUrl e) {
            return refused("This is no address that we may fetch: " + e.getMessage() + ".");
        }
        return detector.detect(url)
                .chain(detection -> detection instanceof Detection.Found found
                        ? add(wanted, found.board())
                        : unusable(detection.why()));
    }

    private Uni<Response> add(NewSource wanted, FoundBoard found) {
        Optional<Adapter> adapter = adapters.find(found.provider());
        if (adapter.isEmpty()) {
            return unusable("The jobs are kept at " + found.provider() + ", which we cannot read yet.");
        }
        try {
            return (wanted.company() == null
                            ? sources.addFound(adapter.get(), board(adapter.get(), found.board(), found.company()))
                            : sources.add(adapter.get(), board(adapter.get(), found.board(), wanted.company())))
                    .map(SourceResource::added);
        } catch (InvalidBoard e) {
            return unusable(e.getMessage());
        }
    }

    /** Makes a source due now: 202; 409 if it is switched off. */
    @POST
    @Path("/{id}/poll")
    @Consumes(MediaType.WILDCARD)
    public Uni<Response> poll(@PathParam("id") UUID id) {
        return sources.poll(id).map(source -> {
            if (source == null) {
                return Problem.response(Status.NOT_FOUND, "There is no such source.");
            }
            return source.enabled()
                    ? Response.accepted(source).build()
                    : Problem.response(Status.CONFLICT, "The source is switched off.");
        });
    }

    /** Switches a source on: it is polled again from now on. */
    @POST
    @Path("/{id}/enable")
    @Consumes(MediaType.WILDCARD)
    public Uni<Response> enable(@PathParam("id") UUID id) {
        return sources.switchOn(id).map(SourceResource::switched);
    }

    /** Switches a source off: it is not polled any more; its jobs stay as they are. */
    @POST
    @Path("/{id}/disable")
    @Consumes(MediaType.WILDCARD)
    public Uni<Response> disable(@PathParam("id") UUID id) {
        return sources.switchOff(id).map(SourceResource::switched);
    }

    private static Response added(SourceService.Added added) {
        return Response.status(added.created() ? Status.CREATED : Status.OK)
                .entity(added.source())
                .build();
    }

    private static Response switched(@Nullable SourceView source) {
        return source == null
                ? Problem.response(Status.NOT_FOUND, "There is no such source.")
                : Response.ok(source).build();
    }

    private static Board board(Adapter adapter, String name, @Nullable String employer) {
        String company = employer == null ? "" : PlainText.line(employer);
        return new Board(
                adapter.boardName(name), company.isEmpty() ? null : PlainText.cut(company, MAX_COMPANY_LENGTH));
    }

    private static Uni<Response> refused(String detail) {
        return Uni.createFrom().item(Problem.response(Status.BAD_REQUEST, detail));
    }

    private static Uni<Response> unusable(String detail) {
        return Uni.createFrom().item(Problem.unprocessable(detail));
    }
}
