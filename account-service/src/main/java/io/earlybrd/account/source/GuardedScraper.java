package io.earlybrd.account.source;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.util.function.Function;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * The calls to the scraper. Their time limit is the client's own ({@code quarkus.rest-client.scraper.read-timeout}); after
 * several failures it is not asked for a while. A refusal is an answer, not a failure.
 */
@ApplicationScoped
class GuardedScraper {

    private final ScraperClient client;

    GuardedScraper(@RestClient ScraperClient client) {
        this.client = client;
    }

    @CircuitBreaker(
            requestVolumeThreshold = 6,
            failureRatio = 0.5,
            delay = 5000,
            skipOn = WebApplicationException.class)
    <T> Uni<T> ask(Function<ScraperClient, Uni<T>> question) {
        return question.apply(client);
    }
}
