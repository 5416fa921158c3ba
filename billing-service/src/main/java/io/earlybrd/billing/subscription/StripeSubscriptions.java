package io.earlybrd.billing.subscription;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.net.ApiResource.RequestMethod;
import io.earlybrd.billing.stripe.StripeApi;
import io.earlybrd.billing.stripe.StripeRefused;
import io.earlybrd.billing.stripe.UnreadableAnswer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Asks Stripe for subscriptions as they are now. */
@ApplicationScoped
public class StripeSubscriptions {

    /** Also those that ended, with the invoice that tells since when a debt is open. */
    private static final String OF_CUSTOMER =
            "/v1/subscriptions?customer=%s&status=all&limit=100&expand%%5B%%5D=data.latest_invoice";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final StripeApi stripe;

    StripeSubscriptions(StripeApi stripe) {
        this.stripe = stripe;
    }

    /** All subscriptions of a customer, live and ended; none if Stripe no longer knows the customer. */
    public Uni<List<Subscription>> of(String customerId) {
        return stripe.call("list-subscriptions", client -> list(client, customerId))
                .onFailure(failure -> failure instanceof StripeRefused refused && refused.objectMissing())
                .recoverWithItem(List.of());
    }

    private static List<Subscription> list(StripeClient client, String customerId) throws StripeException {
        String firstPage = OF_CUSTOMER.formatted(escaped(customerId));
        List<Subscription> subscriptions = new ArrayList<>();
        String page = firstPage;
        while (page != null) {
            JsonNode answer = get(client, page);
            answer.path("data").forEach(subscription -> subscriptions.add(SubscriptionReader.read(subscription)));
            page = answer.path("has_more").asBoolean(false) && !subscriptions.isEmpty()
                    ? firstPage + "&starting_after="
                            + escaped(
                                    subscriptions.get(subscriptions.size() - 1).id())
                    : null;
        }
        return subscriptions;
    }

    private static JsonNode get(StripeClient client, String path) throws StripeException {
        try {
            return JSON.readTree(
                    client.rawRequest(RequestMethod.GET, path, null).body());
        } catch (JsonProcessingException e) {
            throw new UnreadableAnswer("not JSON: list of subscriptions");
        }
    }

    private static String escaped(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
