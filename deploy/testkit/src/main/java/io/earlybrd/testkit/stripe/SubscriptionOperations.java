package io.earlybrd.testkit.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.earlybrd.testkit.stripe.Cards.Charge;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The operations on subscriptions. */
final class SubscriptionOperations {

    private static final AcceptedParams NEW = AcceptedParams.of(
            "customer",
            "default_payment_method",
            "description",
            "items[][price]",
            "items[][quantity]",
            "metadata[*]",
            "off_session",
            "payment_behavior",
            "payment_settings[save_default_payment_method]",
            "trial_end",
            "trial_period_days",
            "trial_settings[end_behavior][missing_payment_method]");

    private static final AcceptedParams CHANGES = AcceptedParams.of(
            "cancel_at",
            "cancel_at_period_end",
            "cancellation_details[comment]",
            "cancellation_details[feedback]",
            "default_payment_method",
            "description",
            "items[][id]",
            "items[][price]",
            "items[][quantity]",
            "metadata[*]",
            "pause_collection",
            "pause_collection[behavior]",
            "pause_collection[resumes_at]",
            "payment_behavior",
            "proration_behavior",
            "trial_end",
            "trial_settings[end_behavior][missing_payment_method]");

    private final Store store;
    private final Customers customers;
    private final Prices prices;
    private final Subscriptions subscriptions;
    private final Cards cards;

    SubscriptionOperations(Store store, Customers customers, Prices prices, Subscriptions subscriptions, Cards cards) {
        this.store = store;
        this.customers = customers;
        this.prices = prices;
        this.subscriptions = subscriptions;
        this.cards = cards;
    }

    void addTo(Routes routes) {
        AcceptedParams filters = AcceptedParams.ofList("created[*]", "customer", "price", "status");
        routes.get("/v1/subscriptions", filters, this::list);
        routes.post("/v1/subscriptions", NEW, this::create);
        routes.get("/v1/subscriptions/{id}", AcceptedParams.of(), this::get);
        routes.post("/v1/subscriptions/{id}", CHANGES, this::update);
        routes.delete(
                "/v1/subscriptions/{id}",
                AcceptedParams.of(
                        "cancellation_details[comment]", "cancellation_details[feedback]", "invoice_now", "prorate"),
                this::cancel);
        routes.post(
                "/v1/subscriptions/{id}/resume",
                AcceptedParams.of("billing_cycle_anchor", "proration_behavior"),
                this::resume);
    }

    private ObjectNode list(Call call) {
        return Lists.page(
                call,
                Kind.SUBSCRIPTION,
                store.newestFirst(Kind.SUBSCRIPTION).stream()
                        .filter(Lists.sameAsAsked(call.params(), "customer"))
                        .filter(Lists.createdAsAsked(call.params()))
                        .filter(statusAsAsked(call.params()))
                        .filter(subscription -> call.params()
                                .text("price")
                                .map(subscription.at("/items/data/0/price/id").asText()::equals)
                                .orElse(true))
                        .toList());
    }

    /** Without the filter, all but the canceled ones. */
    private static Predicate<ObjectNode> statusAsAsked(Params params) {
        String asked = params.text("status").orElse("not canceled");
        return subscription -> {
            String status = subscription.get("status").textValue();
            return switch (asked) {
                case "all" -> true;
                case "not canceled" -> !status.equals("canceled");
                case "ended" -> Subscriptions.TERMINAL.contains(status);
                default -> status.equals(asked);
            };
        };
    }

    private ObjectNode create(Call call) {
        Params params = call.params();
        String customer = params.required("customer");
        customers.named(customer, "customer");
        List<Params> items = params.objects("items");
        if (items.size() != 1) {
            throw StripeError.missing("items");
        }
        Params item = items.get(0);
        ObjectNode price = prices.recurringNamed(item.required("price"), item.fullName("price"));
        ObjectNode subscription = SubscriptionDraft.of(customer, price, call.now());
        item.number("quantity").ifPresent(quantity -> first(subscription).put("quantity", quantity));
        params.copyTexts(subscription, "description", "default_payment_method");
        params.applyMetadata(subscription);
        TrialSettings.apply(params, subscription);
        trialEnd(call).ifPresent(end -> subscription.put("trial_end", end.getEpochSecond()));
        params.number("trial_period_days")
                .ifPresent(days -> subscription.put(
                        "trial_end", call.now().plusSeconds(days * 86_400).getEpochSecond()));
        boolean unpaidForNow = params.text("payment_behavior")
                .filter("default_incomplete"::equals)
                .isPresent();
        Charge charge = cards.charge(subscription.path("default_payment_method").textValue());
        return subscriptions.begin(subscription, unpaidForNow ? Charge.ACTION_REQUIRED : charge, call.now());
    }

    private ObjectNode get(Call call) {
        return store.get(Kind.SUBSCRIPTION, call.id())
                .orElseThrow(() -> StripeError.notFound(Kind.SUBSCRIPTION, call.id()));
    }

    private ObjectNode update(Call call) {
        ObjectNode subscription = get(call);
        Params params = call.params();
        if (Subscriptions.TERMINAL.contains(subscription.get("status").textValue())) {
            throw StripeError.invalid(
                    null, "A canceled subscription can only update its cancellation_details and metadata.");
        }
        params.copyTexts(subscription, "description", "default_payment_method");
        params.applyMetadata(subscription);
        TrialSettings.apply(params, subscription);
        cancellationDetails(params, subscription);
        pauseCollection(params, subscription);
        subscriptions.save(subscription, call.now());
        changeEnd(call, subscription);
        changePrice(call, subscription);
        return get(call);
    }

    private void changeEnd(Call call, ObjectNode subscription) {
        call.params().bool("cancel_at_period_end").ifPresent(cancel -> {
            if (cancel) {
                subscriptions.cancelAtPeriodEnd(subscription, call.now());
            } else {
                subscriptions.keep(subscription, call.now());
            }
        });
        call.params().time("cancel_at").ifPresent(at -> {
            subscription
                    .put("cancel_at", at.getEpochSecond())
                    .put("canceled_at", call.now().getEpochSecond());
            subscriptions.save(subscription, call.now());
        });
        if (call.params().text("trial_end").filter("now"::equals).isPresent()) {
            subscription.put("trial_end", call.now().getEpochSecond());
            subscription.put("billing_cycle_anchor", call.now().getEpochSecond());
            subscriptions.endTrial(subscription, call.now());
        } else {
            trialEnd(call).ifPresent(end -> {
                subscription.put("trial_end", end.getEpochSecond()).put("status", "trialing");
                first(subscription).put("current_period_end", end.getEpochSecond());
                subscriptions.save(subscription.put("billing_cycle_anchor", end.getEpochSecond()), call.now());
            });
        }
    }

    private void changePrice(Call call, ObjectNode subscription) {
        for (Params item : call.params().objects("items")) {
            item.number("quantity").ifPresent(quantity -> first(subscription).put("quantity", quantity));
            item.text("price").ifPresent(id -> {
                ObjectNode price = prices.recurringNamed(id, item.fullName("price"));
                subscriptions.switchPrice(subscription, price, call.now());
            });
            subscriptions.save(subscription, call.now());
        }
    }

    private ObjectNode cancel(Call call) {
        ObjectNode subscription = get(call);
        if (Subscriptions.TERMINAL.contains(subscription.get("status").textValue())) {
            throw StripeError.notFound(Kind.SUBSCRIPTION, call.id());
        }
        cancellationDetails(call.params(), subscription);
        subscriptions.cancel(subscription, "cancellation_requested", call.now());
        return subscription;
    }

    private ObjectNode resume(Call call) {
        ObjectNode subscription = get(call);
        if (!subscription.get("status").textValue().equals("paused")) {
            throw StripeError.invalid(null, "Only subscriptions with status `paused` can be resumed.");
        }
        subscriptions.resume(subscription, call.now());
        return subscription;
    }

    private static Optional<Instant> trialEnd(Call call) {
        Optional<String> text = call.params().text("trial_end");
        if (text.isEmpty() || text.get().equals("now")) {
            return Optional.empty();
        }
        return call.params().time("trial_end").map(end -> {
            if (!end.isAfter(call.now())) {
                throw StripeError.invalid(
                        "trial_end", "Invalid timestamp: must be an integer Unix timestamp in the future.");
            }
            return end;
        });
    }

    private static void cancellationDetails(Params params, ObjectNode subscription) {
        params.inside("cancellation_details")
                .copyTexts(subscription.withObjectProperty("cancellation_details"), "comment", "feedback");
    }

    private static void pauseCollection(Params params, ObjectNode subscription) {
        Params pause = params.inside("pause_collection");
        Set<String> behaviours = Set.of("keep_as_draft", "mark_uncollectible", "void");
        pause.oneOf("behavior", behaviours)
                .ifPresentOrElse(
                        behaviour -> subscription
                                .putObject("pause_collection")
                                .put("behavior", behaviour)
                                .put("resumes_at", pause.number("resumes_at").orElse(null)),
                        () -> {
                            if (params.has("pause_collection")) {
                                subscription.putNull("pause_collection");
                            }
                        });
    }

    private static ObjectNode first(ObjectNode subscription) {
        return (ObjectNode) subscription.at("/items/data/0");
    }
}
