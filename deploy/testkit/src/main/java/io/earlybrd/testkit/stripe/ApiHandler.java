package io.earlybrd.testkit.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import io.earlybrd.testkit.web.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/** The door of the API: key, faults, idempotency, unknown addresses and parameters, and the headers of every answer. */
final class ApiHandler {

    private final Account account;
    private final Routes routes;
    private final String apiKey;
    private final StripeFaults faults;
    private final Predicate<Duration> closedWithin;
    private final IdempotentAnswers answers;
    private final Expansion expansion;

    /** @param closedWithin waits, and tells whether the server was closed meanwhile */
    ApiHandler(Account account, Routes routes, String apiKey, StripeFaults faults, Predicate<Duration> closedWithin) {
        this.account = account;
        this.routes = routes;
        this.apiKey = apiKey;
        this.faults = faults;
        this.closedWithin = closedWithin;
        this.answers = new IdempotentAnswers(account.store());
        this.expansion = new Expansion(account.store());
    }

    void handle(HttpExchange exchange) throws IOException {
        ApiRequest request = ApiRequest.read(exchange);
        Optional<StripeFaults.Fault> fault = faults.take(request);
        StripeFaults.Effect effect = fault.map(StripeFaults.Fault::effect).orElse(null);
        if (effect == StripeFaults.Effect.HANG) {
            closedWithin.test(fault.get().time());
            return;
        }
        ApiAnswer answer = effect == StripeFaults.Effect.STATUS
                ? refuse(request, fault.get().status())
                : answer(request);
        // Without an answer, the server closes the connection.
        if (effect != StripeFaults.Effect.LOSE_ANSWER) {
            send(exchange, request, answer);
        }
    }

    private ApiAnswer answer(ApiRequest request) {
        try {
            authenticate(request);
            Instant now = account.now();
            account.catchUp(now);
            return account.change(request, () -> once(request, now));
        } catch (StripeError error) {
            return ApiAnswer.of(error);
        }
    }

    private void authenticate(ApiRequest request) {
        String given = request.key()
                .orElseThrow(() -> StripeError.unauthorized(
                        "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer"
                                + " auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY')."));
        if (!given.equals(apiKey)) {
            String end = given.substring(Math.max(0, given.length() - 4));
            throw StripeError.unauthorized("Invalid API Key provided: ****" + end);
        }
    }

    private ApiAnswer once(ApiRequest request, Instant now) {
        Optional<ApiAnswer> earlier =
                request.idempotencyKey().flatMap(key -> answers.earlier(key, request.fingerprint(), now));
        if (earlier.isPresent()) {
            return earlier.get();
        }
        ApiAnswer answer = new ApiAnswer(200, operate(request, now), false);
        request.idempotencyKey().ifPresent(key -> answers.keep(key, request.fingerprint(), answer, now));
        return answer;
    }

    private ObjectNode operate(ApiRequest request, Instant now) {
        Routes.Found found = routes.find(request.method(), request.path())
                .orElseThrow(() -> StripeError.unknownUrl(request.method(), request.path()));
        found.route().accepted().check(request.form());
        Params params = Params.of(request.form());
        ObjectNode answer = found.route().operation().apply(new Call(request.path(), found.id(), params, now));
        // The operation may have handed out what it also stored.
        ObjectNode expanded = answer.deepCopy();
        expansion.apply(expanded, params);
        return version(request).view(expanded);
    }

    private ApiVersion version(ApiRequest request) {
        return request.version().map(ApiVersion::new).orElse(account.version());
    }

    private ApiAnswer refuse(ApiRequest request, int status) {
        ApiAnswer answer = ApiAnswer.of(StripeError.ofStatus(status));
        if (status == 500) {
            Instant now = account.now();
            account.change(request, () -> {
                request.idempotencyKey().ifPresent(key -> answers.keep(key, request.fingerprint(), answer, now));
                return answer;
            });
        }
        return answer;
    }

    private void send(HttpExchange exchange, ApiRequest request, ApiAnswer answer) throws IOException {
        byte[] body = Json.pretty(answer.body()).getBytes(StandardCharsets.UTF_8);
        Reply reply = Reply.of(answer.status(), "application/json", body)
                .with("Request-Id", request.id())
                .with("Stripe-Version", version(request).name());
        if (request.idempotencyKey().isPresent()) {
            reply = reply.with("Idempotency-Key", request.idempotencyKey().get());
        }
        if (answer.replayed()) {
            reply = reply.with("Idempotent-Replayed", "true");
        }
        if (answer.status() == 429) {
            reply = reply.with("Retry-After", "1");
        }
        reply.sendTo(exchange);
    }
}
