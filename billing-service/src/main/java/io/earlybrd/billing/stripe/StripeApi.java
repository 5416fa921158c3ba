package io.earlybrd.billing.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.AuthenticationException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.PermissionException;
import com.stripe.exception.RateLimitException;
import com.stripe.exception.StripeException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The one way to Stripe. Its client blocks, so every call runs on a worker thread and the answer comes back to the caller's own
 * Vert.x context. Time-outs and retries are bounded; Stripe's exceptions become {@link StripeFailure}s.
 */
@ApplicationScoped
public class StripeApi {

    private static final int SERVER_ERROR = 500;
    private static final int CONFLICT = 409;

    private final StripeClient client;
    private final Vertx vertx;
    private final StripeMetrics metrics;
    private final Duration callTimeout;

    StripeApi(StripeConfig config, Vertx vertx, StripeMetrics metrics) {
        this.client = StripeClient.builder()
                .setApiKey(config.apiKey().orElseThrow(() -> new IllegalStateException("stripe.api-key is not set")))
                .setApiBase(config.apiBase().toString())
                .setConnectTimeout(Math.toIntExact(config.connectTimeout().toMillis()))
                .setReadTimeout(Math.toIntExact(config.readTimeout().toMillis()))
                .setMaxNetworkRetries(config.retries())
                .build();
        this.vertx = vertx;
        this.metrics = metrics;
        this.callTimeout = config.callTimeout();
    }

    /**
     * Asks Stripe; fails with a {@link StripeFailure}, at the latest when {@link StripeConfig#callTimeout()} is over.
     *
     * @param operation what is asked, a word from a closed set, for metrics and logs
     */
    public <T> Uni<T> call(String operation, StripeCall<T> call) {
        return UniHelper.toUni(vertx.getDelegate()
                        .executeBlocking(() -> timed(operation, call), false)
                        .timeout(callTimeout.toMillis(), TimeUnit.MILLISECONDS))
                .onFailure(TimeoutException.class)
                .transform(late -> new StripeUnavailable(operation + ": no answer in " + callTimeout, false));
    }

    private <T> T timed(String operation, StripeCall<T> call) {
        long startedAt = System.nanoTime();
        String outcome = StripeMetrics.SUCCESS;
        try {
            return call.on(client);
        } catch (StripeException e) {
            StripeFailure failure = translated(operation, e);
            outcome = failure instanceof StripeUnavailable ? StripeMetrics.UNAVAILABLE : StripeMetrics.REFUSED;
            throw failure;
        } finally {
            metrics.called(operation, outcome, System.nanoTime() - startedAt);
        }
    }

    /** Stripe's own message is left out: it may quote the key or the customer's address. */
    private static StripeFailure translated(String operation, StripeException e) {
        String message = "%s: %s status=%s code=%s request=%s"
                .formatted(operation, e.getClass().getSimpleName(), e.getStatusCode(), e.getCode(), e.getRequestId());
        return isPassing(e)
                ? new StripeUnavailable(message, isServerError(e))
                : new StripeRefused(message, e.getCode(), paramOf(e));
    }

    private static boolean isPassing(StripeException e) {
        Integer status = e.getStatusCode();
        return e instanceof ApiConnectionException
                || e instanceof RateLimitException
                || e instanceof AuthenticationException
                || e instanceof PermissionException
                || status == null
                || isServerError(e)
                || status == CONFLICT;
    }

    private static String paramOf(StripeException e) {
        return e instanceof InvalidRequestException invalid ? invalid.getParam() : null;
    }

    private static boolean isServerError(StripeException e) {
        return e.getStatusCode() != null && e.getStatusCode() >= SERVER_ERROR;
    }
}
