package io.earlybrd.account.source;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.earlybrd.events.call.ServiceCallFilter;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The scraper service's API. */
@RegisterRestClient(configKey = "scraper")
@RegisterProvider(ServiceCallFilter.class)
@Path("/api")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
interface ScraperClient {

    /** Sources by provider, health and a part of their name, those that need a look first. */
    @GET
    @Path("sources")
    Uni<List<WatchedSource>> sources(
            @QueryParam("provider") String provider,
            @QueryParam("health") String health,
            @QueryParam("named") String named,
            @QueryParam("limit") int limit);

    /** How the sources of each provider fare. */
    @GET
    @Path("sources/summary")
    Uni<List<ProviderSummary>> summary();

    /** Adds a source by an employer's address. */
    @POST
    @Path("sources")
    Uni<WatchedSource> add(NewSource source);

    /** Polls, enables or disables a source. */
    @POST
    @Path("sources/{id}/{act}")
    Uni<WatchedSource> act(UUID id, String act);

    /** How many boards the starter catalogue has, by provider. */
    @GET
    @Path("catalogue")
    Uni<Map<String, Integer>> catalogue();

    /** Imports boards of the starter catalogue. */
    @POST
    @Path("catalogue")
    Uni<Imported> importCatalogue(Import wanted);

    /** Suggestions in a state, or of a subscriber. */
    @GET
    @Path("suggestions")
    Uni<List<Suggestion>> suggestions(@QueryParam("state") String state, @QueryParam("subscriberId") UUID subscriberId);

    /** Suggests an employer. */
    @POST
    @Path("suggestions")
    Uni<Suggestion> suggest(NewSuggestion suggestion);

    /** Accepts or rejects a suggestion. */
    @POST
    @Path("suggestions/{id}/{decision}")
    Uni<Suggestion> decide(UUID id, String decision, Decision details);

    /** An employer's address. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record NewSource(String url, Optional<String> company) {}

    /** Which part of the catalogue, and whether it is polled. */
    record Import(List<String> providers, boolean enabled) {}

    /** Who suggests what. */
    record NewSuggestion(UUID subscriberId, String url) {}

    /** What an admin adds to a decision. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Decision(Optional<String> company, Optional<String> url, Optional<String> reason) {}
}
