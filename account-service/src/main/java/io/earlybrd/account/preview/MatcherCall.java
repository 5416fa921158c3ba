package io.earlybrd.account.preview;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * One call to the matcher. Its time limit is the client's own ({@code quarkus.rest-client.matcher.read-timeout}); after several
 * failures it is not asked for a while, so that pages don't wait for it in vain. That it refuses a query is an answer, not a
 * failure.
 */
@ApplicationScoped
class MatcherCall {

    private static final int BAD_REQUEST = 400;

    private final MatcherClient client;

    MatcherCall(@RestClient MatcherClient client) {
        this.client = client;
    }

    @CircuitBreaker(requestVolumeThreshold = 6, failureRatio = 0.5, delay = 5000)
    Uni<Reply> preview(String request) {
        return client.preview(request)
                .map(body -> new Reply(false, body))
                .onFailure(MatcherCall::refusesQuery)
                .recoverWithItem(failure -> new Reply(
                        true, ((WebApplicationException) failure).getResponse().readEntity(String.class)));
    }

    private static boolean refusesQuery(Throwable failure) {
        return failure instanceof WebApplicationException refused
                && refused.getResponse().getStatus() == BAD_REQUEST;
    }

    /** What it said, and whether it refused the query. */
    record Reply(boolean refused, String body) {}
}
