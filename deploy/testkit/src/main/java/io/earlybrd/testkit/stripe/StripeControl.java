package io.earlybrd.testkit.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import io.earlybrd.testkit.web.Reply;
import io.earlybrd.testkit.web.RequestLog;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/**
 * The stand-in's own switches over HTTP, for tests in another process: {@code POST /_control/advance},
 * {@code POST /_control/faults} ({@code {"answer":500,"times":2}}, {@code {"hangMillis":3000}}, {@code {"lose":1}}),
 * {@code POST /_control/webhooks} ({@code {"on":["DROP"],"off":["REORDER"],"delayMillis":0}}), {@code DELETE} on both, and
 * {@code GET /_control/requests}.
 */
final class StripeControl {

    private final Account account;
    private final StripeFaults faults;
    private final StripeWebhooks webhooks;
    private final RequestLog requests;

    StripeControl(Account account, StripeFaults faults, StripeWebhooks webhooks, RequestLog requests) {
        this.account = account;
        this.faults = faults;
        this.webhooks = webhooks;
        this.requests = requests;
    }

    void handle(HttpExchange exchange) throws IOException {
        JsonNode body = Json.MAPPER.readTree(exchange.getRequestBody());
        String operation = exchange.getRequestMethod() + " "
                + exchange.getRequestURI().getPath().substring("/_control/".length());
        switch (operation) {
            case "POST advance" -> account.catchUp(account.now());
            case "POST faults" -> fault(body);
            case "DELETE faults" -> faults.clear();
            case "POST webhooks" -> deliver(body);
            case "DELETE webhooks" -> webhooks.clear();
            case "GET requests" -> {
                Reply.json(200, log()).sendTo(exchange);
                return;
            }
            default -> {
                Reply.text(404, "No such switch: " + operation).sendTo(exchange);
                return;
            }
        }
        new Reply(204, Map.of(), new byte[0]).sendTo(exchange);
    }

    private void fault(JsonNode body) {
        int times = body.path("times").asInt(1);
        if (body.has("answer")) {
            faults.answerNext(times, body.get("answer").asInt());
        }
        if (body.has("hangMillis")) {
            faults.hangNext(times, Duration.ofMillis(body.get("hangMillis").asLong()));
        }
        faults.loseNextAnswers(body.path("lose").asInt());
    }

    private void deliver(JsonNode body) {
        body.path("on").forEach(fault -> webhooks.on(DeliveryFault.valueOf(fault.textValue())));
        body.path("off").forEach(fault -> webhooks.off(DeliveryFault.valueOf(fault.textValue())));
        webhooks.delayBy(Duration.ofMillis(body.path("delayMillis").asLong()));
    }

    private ArrayNode log() {
        ArrayNode log = Json.MAPPER.createArrayNode();
        requests.all().forEach(entry -> {
            ObjectNode request = log.addObject().put("at", entry.at().toString());
            request.put("method", entry.method()).put("target", entry.target());
            request.put("idempotencyKey", entry.headers().get("Idempotency-Key"));
        });
        return log;
    }
}
