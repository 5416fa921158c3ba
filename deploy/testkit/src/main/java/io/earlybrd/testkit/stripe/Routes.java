package io.earlybrd.testkit.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which operation answers which address. Paths may hold one {@code {id}}. */
final class Routes {

    private final List<Route> routes = new ArrayList<>();

    void get(String path, AcceptedParams accepted, Function<Call, ObjectNode> operation) {
        add("GET", path, accepted, operation);
    }

    void post(String path, AcceptedParams accepted, Function<Call, ObjectNode> operation) {
        add("POST", path, accepted, operation);
    }

    void delete(String path, AcceptedParams accepted, Function<Call, ObjectNode> operation) {
        add("DELETE", path, accepted, operation);
    }

    /** The operation for an address. */
    Optional<Found> find(String method, String path) {
        for (Route route : routes) {
            Matcher matcher = route.path.matcher(path);
            if (route.method.equals(method) && matcher.matches()) {
                return Optional.of(new Found(route, matcher.groupCount() == 0 ? "" : matcher.group(1)));
            }
        }
        return Optional.empty();
    }

    private void add(String method, String path, AcceptedParams accepted, Function<Call, ObjectNode> operation) {
        routes.add(new Route(method, Pattern.compile(path.replace("{id}", "([^/]+)")), accepted, operation));
    }

    /** One operation of the API. */
    record Route(String method, Pattern path, AcceptedParams accepted, Function<Call, ObjectNode> operation) {}

    /** An operation with the id that the address names. */
    record Found(Route route, String id) {}
}
