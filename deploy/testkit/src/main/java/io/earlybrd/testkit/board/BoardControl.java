package io.earlybrd.testkit.board;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import io.earlybrd.events.EventJson;
import io.earlybrd.testkit.web.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Drives the boards from another process:
 *
 * <ul>
 *   <li>{@code POST /_control/boards/NAME/jobs} adds a {@link JobDraft}: 201 with {@code {"id":…,"url":…}}
 *   <li>{@code PUT} and {@code DELETE /_control/boards/NAME/jobs/ID} change a posting and take it down
 *   <li>{@code PUT /_control/boards/NAME} sets {@code caching} and {@code feed}, {@code DELETE} takes everything down
 *   <li>{@code POST /_control/boards/NAME/touch} gives every posting a new time of change
 *   <li>{@code POST /_control/boards/NAME/faults} takes {@code {"kind":"status","status":503,"times":2}}: the kinds are in
 *       {@link FaultOrder}; without {@code times} it stays until {@code DELETE}
 *   <li>{@code PUT /_control/robots} sets robots.txt, {@code DELETE} takes it away
 *   <li>{@code GET /_control/requests} tells what was asked, {@code DELETE} forgets it
 * </ul>
 */
final class BoardControl {

    private static final Pattern BOARD = Pattern.compile("/_control/boards/([^/]+)(?:/([a-z]+))?(?:/(\\d{1,18}))?");

    private final BoardStub stub;

    BoardControl(BoardStub stub) {
        this.stub = stub;
    }

    Reply answer(HttpExchange exchange) throws IOException {
        String method = exchange.getRequestMethod();
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Matcher board = BOARD.matcher(path);
        try {
            return board.matches()
                    ? onBoard(method, board, EventJson.mapper().readTree(body.isEmpty() ? "{}" : body))
                    : onAll(method + " " + path, body);
        } catch (IllegalArgumentException | JsonProcessingException e) {
            return Reply.text(400, e.getMessage());
        }
    }

    private Reply onBoard(String method, Matcher path, JsonNode body) throws JsonProcessingException {
        Board board = stub.board(path.group(1));
        String what = path.group(2) == null ? "board" : path.group(2);
        switch (method + " " + what + (path.group(3) == null ? "" : " ID")) {
            case "POST jobs" -> {
                return added(board, board.add(draft(body)));
            }
            case "PUT jobs ID" -> board.change(Long.parseLong(path.group(3)), draft(body));
            case "DELETE jobs ID" -> board.remove(Long.parseLong(path.group(3)));
            case "PUT board" -> settings(board, body);
            case "DELETE board" -> board.clear();
            case "POST touch" -> board.touchAll();
            case "POST faults" ->
                board.misbehave(FaultOrder.of(body), body.path("times").asInt(Integer.MAX_VALUE));
            case "DELETE faults" -> board.behave();
            default -> {
                return Reply.text(404, "POST /_control/boards/NAME/jobs adds a posting.");
            }
        }
        return done();
    }

    private Reply onAll(String operation, String body) {
        switch (operation) {
            case "PUT /_control/robots" -> stub.robots(body);
            case "DELETE /_control/robots" -> stub.robotsStatus(404);
            case "DELETE /_control/requests" -> stub.requests().clear();
            case "GET /_control/requests" -> {
                return Reply.json(200, requests());
            }
            default -> {
                return Reply.text(404, "No such switch.");
            }
        }
        return done();
    }

    private static JobDraft draft(JsonNode body) throws JsonProcessingException {
        return EventJson.mapper().treeToValue(body, JobDraft.class);
    }

    private Reply added(Board board, long id) {
        ObjectNode answer = EventJson.mapper().createObjectNode().put("id", id);
        return Reply.json(201, answer.put("url", board.job(id).orElseThrow().url(board, stub.url())));
    }

    private static void settings(Board board, JsonNode body) {
        if (body.has("caching")) {
            board.caching(Caching.valueOf(body.get("caching").asText()));
        }
        if (body.has("feed")) {
            board.feedFormat(FeedFormat.valueOf(body.get("feed").asText()));
        }
    }

    private ArrayNode requests() {
        ArrayNode log = EventJson.mapper().createArrayNode();
        stub.requests().all().forEach(entry -> {
            ObjectNode request = log.addObject().put("at", entry.at().toString());
            request.put("method", entry.method()).put("target", entry.target());
            entry.headers().forEach(request.putObject("headers")::put);
        });
        return log;
    }

    private static Reply done() {
        return new Reply(204, Map.of(), new byte[0]);
    }
}
