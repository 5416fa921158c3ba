package io.earlybrd.testkit.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** The operation on customer portal sessions: only making one exists, its address is the session. */
final class PortalSessions {

    /** How long an address may be used. */
    private static final Duration LIFE = Duration.ofHours(1);

    private final Store store;
    private final Customers customers;
    private final String baseUrl;
    private final String configuration = "bpc_" + Ids.random(24);

    PortalSessions(Store store, Customers customers, String baseUrl) {
        this.store = store;
        this.customers = customers;
        this.baseUrl = baseUrl;
    }

    void addTo(Routes routes) {
        routes.post(
                "/v1/billing_portal/sessions",
                AcceptedParams.of(
                        "configuration",
                        "customer",
                        "flow_data[after_completion][redirect][return_url]",
                        "flow_data[after_completion][type]",
                        "flow_data[subscription_cancel][subscription]",
                        "flow_data[type]",
                        "locale",
                        "return_url"),
                this::create);
    }

    /** The session of an address, unless it is too old. */
    Optional<ObjectNode> bySecret(String secret, Instant now) {
        return store.newestFirst(Kind.PORTAL_SESSION).stream()
                .filter(session -> session.get("_secret").textValue().equals(secret))
                .filter(session ->
                        now.isBefore(Subscriptions.time(session, "created").plus(LIFE)))
                .findFirst();
    }

    private ObjectNode create(Call call) {
        String customer = call.params().required("customer");
        customers.named(customer, "customer");
        String secret = "test_" + Ids.random(48);
        ObjectNode session = Json.shape("portal-session").put("id", Kind.PORTAL_SESSION.newId());
        session.put("configuration", configuration).put("created", call.now().getEpochSecond());
        session.put("customer", customer)
                .put("url", baseUrl + "/p/session/" + secret)
                .put("_secret", secret);
        call.params().copyTexts(session, "configuration", "locale", "return_url");
        if (call.params().has("flow_data")) {
            session.set("flow", flow(call.params().inside("flow_data")));
        }
        store.put(Kind.PORTAL_SESSION, session);
        return session;
    }

    private ObjectNode flow(Params data) {
        data.oneOf("type", Set.of("payment_method_update", "subscription_cancel"));
        ObjectNode flow = Json.object().put("type", data.required("type"));
        Params after = data.inside("after_completion");
        ObjectNode completion = flow.putObject("after_completion").putNull("hosted_confirmation");
        after.inside("redirect")
                .text("return_url")
                .ifPresentOrElse(
                        url -> completion.putObject("redirect").put("return_url", url),
                        () -> completion.putNull("redirect"));
        completion.put("type", after.text("type").orElse("portal_homepage"));
        data.inside("subscription_cancel")
                .text("subscription")
                .ifPresentOrElse(
                        id -> flow.putObject("subscription_cancel")
                                .put("subscription", id)
                                .putNull("retention"),
                        () -> flow.putNull("subscription_cancel"));
        return flow.putNull("subscription_update").putNull("subscription_update_confirm");
    }
}
