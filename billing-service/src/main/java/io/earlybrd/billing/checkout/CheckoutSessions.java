package io.earlybrd.billing.checkout;

import com.stripe.StripeClient;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.checkout.Session;
import com.stripe.net.RequestOptions;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.SubscriptionData;
import com.stripe.param.checkout.SessionCreateParams.SubscriptionData.TrialSettings;
import com.stripe.param.checkout.SessionCreateParams.SubscriptionData.TrialSettings.EndBehavior.MissingPaymentMethod;
import com.stripe.param.checkout.SessionListParams;
import com.stripe.param.checkout.SessionRetrieveParams;
import io.earlybrd.billing.stripe.StripeApi;
import io.earlybrd.billing.stripe.StripeRefused;
import io.earlybrd.events.EventIds;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Stripe's checkout pages: opened, found again and closed. */
@ApplicationScoped
class CheckoutSessions {

    /** Metadata by which our objects at Stripe name the subscriber. */
    static final String SUBSCRIBER = "subscriberId";

    private static final String PLAN = "plan";
    private static final String ATTEMPT = "attempt";
    private static final String OPEN = "open";
    private static final long MOST_LISTED = 100;

    private final StripeApi stripe;
    private final String billingPage;

    CheckoutSessions(StripeApi stripe, @ConfigProperty(name = "earlybrd.public-url") String publicUrl) {
        this.stripe = stripe;
        this.billingPage = publicUrl + "/billing";
    }

    /** The page of a session; absent if it was paid or is over, or if its customer was deleted. */
    Uni<Optional<URI>> pageOf(String sessionId) {
        SessionRetrieveParams withCustomer =
                SessionRetrieveParams.builder().addExpand("customer").build();
        return stripe.call(
                        "get-session",
                        client -> client.v1().checkout().sessions().retrieve(sessionId, withCustomer))
                .map(session -> OPEN.equals(session.getStatus()) && !customerDeleted(session)
                        ? Optional.of(URI.create(session.getUrl()))
                        : Optional.<URI>empty())
                .onFailure(failure -> failure instanceof StripeRefused refused && refused.objectMissing())
                .recoverWithItem(Optional.empty());
    }

    private static boolean customerDeleted(Session session) {
        return session.getCustomerObject() != null
                && Boolean.TRUE.equals(session.getCustomerObject().getDeleted());
    }

    /** Closes every page of a customer on which something could still be bought, except those of this attempt. */
    Uni<Void> closeOthers(String customerId, CheckoutAttempt attempt) {
        SessionListParams newest = SessionListParams.builder()
                .setCustomer(customerId)
                .setLimit(MOST_LISTED)
                .build();
        return stripe.call("close-sessions", client -> {
            for (Session session :
                    client.v1().checkout().sessions().list(newest).getData()) {
                if (OPEN.equals(session.getStatus()) && !belongsTo(attempt, session)) {
                    expire(client, session.getId());
                }
            }
            return null;
        });
    }

    /** Opens the page of an attempt; the same one however often this is asked. */
    Uni<Session> open(Order order, CheckoutAttempt attempt) {
        SessionCreateParams.Builder params = SessionCreateParams.builder()
                .setMode(SessionCreateParams.Mode.SUBSCRIPTION)
                .setCustomer(order.customerId())
                .setClientReferenceId(order.subscriberId().toString())
                .addLineItem(SessionCreateParams.LineItem.builder()
                        .setPrice(order.price().id())
                        .setQuantity(1L)
                        .build())
                .putMetadata(SUBSCRIBER, order.subscriberId().toString())
                .putMetadata(PLAN, order.price().plan().word())
                .putMetadata(ATTEMPT, Long.toString(attempt.number()))
                .setSubscriptionData(subscriptionData(order))
                .setSuccessUrl(billingPage + "?checkout=success")
                .setCancelUrl(billingPage + "?checkout=canceled");
        RequestOptions once = RequestOptions.builder()
                .setIdempotencyKey(EventIds.ofParts("checkout", attempt.subscriberId(), attempt.number())
                        .toString())
                .build();
        return stripe.call(
                "create-session", client -> client.v1().checkout().sessions().create(params.build(), once));
    }

    /** Closes one page. */
    Uni<Void> close(String sessionId) {
        return stripe.call("close-sessions", client -> {
            expire(client, sessionId);
            return null;
        });
    }

    /** The trial goes on at Stripe until its end; should the card be gone by then, the subscription ends with it. */
    private static SubscriptionData subscriptionData(Order order) {
        SubscriptionData.Builder data = SubscriptionData.builder()
                .putMetadata(SUBSCRIBER, order.subscriberId().toString());
        order.trialEnd()
                .ifPresent(end -> data.setTrialEnd(end.getEpochSecond())
                        .setTrialSettings(TrialSettings.builder()
                                .setEndBehavior(TrialSettings.EndBehavior.builder()
                                        .setMissingPaymentMethod(MissingPaymentMethod.CANCEL)
                                        .build())
                                .build()));
        return data.build();
    }

    private static boolean belongsTo(CheckoutAttempt attempt, Session session) {
        return session.getMetadata() != null
                && Long.toString(attempt.number()).equals(session.getMetadata().get(ATTEMPT));
    }

    /** A page that was paid or closed meanwhile cannot be closed, which is no failure. */
    private static void expire(StripeClient client, String sessionId) throws StripeException {
        try {
            client.v1().checkout().sessions().expire(sessionId);
        } catch (InvalidRequestException e) {
            Log.debugf("checkout was over already sessionId=%s", sessionId);
        }
    }
}
