package io.earlybrd.scraper.suggestion;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.earlybrd.events.call.ServiceOnly;
import io.earlybrd.scraper.fetch.RefusedUrl;
import io.earlybrd.scraper.fetch.WebUrl;
import io.earlybrd.scraper.normalise.PlainText;
import io.earlybrd.scraper.source.Problem;
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
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Takes, lists and decides suggestions. For other services only, which say who suggests and see to it that admins decide. */
@Path("/api/suggestions")
@Cancellable(false)
@ServiceOnly
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SuggestionResource {

    private static final Set<String> STATES = Set.of(Suggestion.WAITING, Suggestion.ACCEPTED, Suggestion.REJECTED);
    private static final String NO_ADDRESS = "This is no address that we may fetch: ";
    private static final int MAX_TEXT = 200;

    private final Suggestions suggestions;

    SuggestionResource(Suggestions suggestions) {
        this.suggestions = suggestions;
    }

    /**
     * Takes a suggestion: 201, or 200 if it waits already; 400 if the address is none; 410 if the subscriber's account is deleted; 429 if
     * it is one too many.
     */
    @POST
    public Uni<Response> suggest(@Nullable NewSuggestion wanted) {
        if (wanted == null || wanted.url() == null || wanted.subscriberId() == null) {
            return refused("Name a url and a subscriberId.");
        }
        WebUrl url;
        try {
            url = WebUrl.parse(wanted.url());
        } catch (RefusedUrl e) {
            return refused(NO_ADDRESS + e.getMessage() + ".");
        }
        return suggestions.suggest(wanted.subscriberId(), url).map(taken -> switch (taken.kind()) {
            case STORED ->
                Response.status(Status.CREATED).entity(taken.suggestion()).build();
            case WAITS_ALREADY -> Response.ok(taken.suggestion()).build();
            case ACCOUNT_DELETED -> Problem.response(Status.GONE, taken.why());
            case TOO_MANY -> Problem.response(Status.TOO_MANY_REQUESTS, taken.why());
        });
    }

    /** At most 200 suggestions: in a state, of a subscriber, or both. */
    @GET
    public Uni<Response> list(
            @QueryParam("state") @Nullable String state, @QueryParam("subscriberId") @Nullable UUID subscriberId) {
        if (state != null && !STATES.contains(state)) {
            return refused("There is no such state.");
        }
        Uni<List<Suggestion>> found = suggestions.list(state, subscriberId);
        return found.map(list -> Response.ok(list).build());
    }

    /**
     * Accepts, with all others that wait for its board: the source is added, or switched on again. Once more is as once; 409 if it was
     * rejected; 422 if nobody can tell which board it is, which another address may help.
     */
    @POST
    @Path("/{id}/accept")
    public Uni<Response> accept(@PathParam("id") UUID id, @Nullable Decision decision) {
        Decision given = decision == null ? Decision.NONE : decision;
        WebUrl better;
        try {
            better = given.url() == null ? null : WebUrl.parse(given.url());
        } catch (RefusedUrl e) {
            return refused(NO_ADDRESS + e.getMessage() + ".");
        }
        String company = given.company() == null ? "" : PlainText.line(given.company());
        return suggestions
                .accept(id, company.isEmpty() ? null : PlainText.cut(company, MAX_TEXT), better)
                .map(decided -> decided(decided, Suggestion.ACCEPTED));
    }

    /** Rejects, with a reason for who suggested it. Once more is as once; 409 if it was accepted. */
    @POST
    @Path("/{id}/reject")
    public Uni<Response> reject(@PathParam("id") UUID id, @Nullable Decision decision) {
        String reason = decision == null || decision.reason() == null ? "" : PlainText.line(decision.reason());
        return reason.isEmpty()
                ? refused("Say why: the subscriber reads it.")
                : suggestions
                        .reject(id, PlainText.cut(reason, MAX_TEXT))
                        .map(decided -> decided(decided, Suggestion.REJECTED));
    }

    /** Who did not get our answer asks again: the same decision is answered alike. */
    private static Response decided(Decided decided, String wanted) {
        Suggestion suggestion = decided.suggestion();
        return switch (decided.kind()) {
            case NOW, BEFORE ->
                suggestion.state().equals(wanted)
                        ? Response.ok(new Answer(suggestion, decided.alike())).build()
                        : Problem.response(Status.CONFLICT, "It was " + suggestion.state() + " before.");
            case UNDETECTED -> Problem.unprocessable("It is not known which board this is. " + suggestion.reason());
            case UNKNOWN -> Problem.response(Status.NOT_FOUND, "There is no such suggestion.");
        };
    }

    private static Uni<Response> refused(String detail) {
        return Uni.createFrom().item(Problem.response(Status.BAD_REQUEST, detail));
    }

    /**
     * A decided suggestion.
     *
     * @param alike others of the same board that were decided by the same answer
     */
    public record Answer(@JsonUnwrapped Suggestion suggestion, List<Suggestion> alike) {}

    /** An address that a subscriber suggests. */
    public record NewSuggestion(
            @Nullable UUID subscriberId, @Nullable String url) {}

    /**
     * What an operator adds to a decision.
     *
     * @param company the employer's name, if the page did not tell or told it wrong
     * @param url another address to look at, where the one that was suggested says nothing
     * @param reason why it is rejected
     */
    public record Decision(
            @Nullable String company,
            @Nullable String url,
            @Nullable String reason) {

        static final Decision NONE = new Decision(null, null, null);
    }
}
