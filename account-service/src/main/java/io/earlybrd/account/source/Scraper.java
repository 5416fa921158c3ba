package io.earlybrd.account.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.earlybrd.account.web.Answering;
import io.earlybrd.events.EventJson;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Asks the scraper and makes the best of its silence; no method fails. */
@ApplicationScoped
public class Scraper {

    private static final int FIRST_OF_SERVER = 500;
    private static final int UNAUTHORIZED = 401;

    private final Answering scraperAnswers = new Answering("scraper");
    private final GuardedScraper scraper;

    Scraper(GuardedScraper scraper) {
        this.scraper = scraper;
    }

    /** Sources by provider, health and a part of their name, empty for any; those that need a look first. */
    public Uni<Reply<List<WatchedSource>>> sources(String provider, String health, String named, int limit) {
        return ask(client -> client.sources(provider, health, named, limit));
    }

    /** How the sources of each provider fare. */
    public Uni<Reply<List<ProviderSummary>>> summary() {
        return ask(ScraperClient::summary);
    }

    /** Adds a source by an employer's address. */
    public Uni<Reply<WatchedSource>> add(String url, Optional<String> company) {
        return ask(client -> client.add(new ScraperClient.NewSource(url, company)));
    }

    /** Makes a source due now. */
    public Uni<Reply<WatchedSource>> poll(UUID sourceId) {
        return ask(client -> client.act(sourceId, "poll"));
    }

    /** Switches a source on. */
    public Uni<Reply<WatchedSource>> enable(UUID sourceId) {
        return ask(client -> client.act(sourceId, "enable"));
    }

    /** Switches a source off. */
    public Uni<Reply<WatchedSource>> disable(UUID sourceId) {
        return ask(client -> client.act(sourceId, "disable"));
    }

    /** How many boards the starter catalogue has, by provider. */
    public Uni<Reply<Map<String, Integer>>> catalogue() {
        return ask(ScraperClient::catalogue);
    }

    /** Imports boards of the starter catalogue that are polled from now on. */
    public Uni<Reply<Imported>> importPolled(List<String> providers) {
        return ask(client -> client.importCatalogue(new ScraperClient.Import(providers, true)));
    }

    /** Imports boards of the starter catalogue that are switched off at first. */
    public Uni<Reply<Imported>> importSwitchedOff(List<String> providers) {
        return ask(client -> client.importCatalogue(new ScraperClient.Import(providers, false)));
    }

    /** The suggestions that wait for an answer, the oldest first. */
    public Uni<Reply<List<Suggestion>>> waitingSuggestions() {
        return ask(client -> client.suggestions("waiting", null));
    }

    /** The suggestions of a subscriber, the newest first. */
    public Uni<Reply<List<Suggestion>>> suggestionsOf(UUID subscriberId) {
        return ask(client -> client.suggestions(null, subscriberId));
    }

    /** Suggests an employer by the address of their jobs. */
    public Uni<Reply<Suggestion>> suggest(UUID subscriberId, String url) {
        return ask(client -> client.suggest(new ScraperClient.NewSuggestion(subscriberId, url)));
    }

    /**
     * Accepts a suggestion.
     *
     * @param company the employer's name, where the page told it wrong
     * @param url a better address, where the one that was suggested says nothing
     */
    public Uni<Reply<Suggestion>> accept(UUID suggestionId, Optional<String> company, Optional<String> url) {
        return ask(client ->
                client.decide(suggestionId, "accept", new ScraperClient.Decision(company, url, Optional.empty())));
    }

    /** Rejects a suggestion, with a reason for who sent it. */
    public Uni<Reply<Suggestion>> reject(UUID suggestionId, String reason) {
        return ask(client -> client.decide(
                suggestionId,
                "reject",
                new ScraperClient.Decision(Optional.empty(), Optional.empty(), Optional.of(reason))));
    }

    private <T> Uni<Reply<T>> ask(Function<ScraperClient, Uni<T>> question) {
        return Uni.createFrom()
                .deferred(() -> scraper.ask(question))
                .map(Reply::of)
                .invoke(scraperAnswers::yes)
                .onFailure(Scraper::isRefusal)
                .recoverWithItem(refusal -> Reply.refused(detail((WebApplicationException) refusal)))
                .onFailure()
                .recoverWithItem(failure -> {
                    scraperAnswers.no(failure);
                    return Reply.silence();
                });
    }

    /** That it does not take our signature is our fault, and nobody's mistake on a form. */
    private static boolean isRefusal(Throwable failure) {
        if (!(failure instanceof WebApplicationException refused)) {
            return false;
        }
        int status = refused.getResponse().getStatus();
        return status < FIRST_OF_SERVER && status != UNAUTHORIZED;
    }

    /** The sentence of its problem details. */
    private static String detail(WebApplicationException refusal) {
        try {
            JsonNode problem = EventJson.mapper().readTree(refusal.getResponse().readEntity(String.class));
            String detail = problem == null ? "" : problem.path("detail").asText();
            return detail.isEmpty() ? "That cannot be done." : detail;
        } catch (IOException | IllegalStateException e) {
            return "That cannot be done.";
        }
    }
}
