package io.earlybrd.testkit.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.earlybrd.testkit.stripe.Cards.Behaviour;
import io.earlybrd.testkit.web.HtmlPage;
import io.earlybrd.testkit.web.Reply;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The customer portal: {@code /p/session/<secret>}; each button posts to an address below it. */
final class PortalPage {

    private final Account account;
    private final PortalSessions sessions;
    private final Subscriptions subscriptions;
    private final Cards cards;

    PortalPage(Account account, PortalSessions sessions, Subscriptions subscriptions, Cards cards) {
        this.account = account;
        this.sessions = sessions;
        this.subscriptions = subscriptions;
        this.cards = cards;
    }

    Reply show(String secret) {
        return open(secret)
                .map(session -> StripePages.page("Your subscription", body(session, "/p/session/" + secret + "/")))
                .orElseGet(PortalPage::over);
    }

    Reply act(String secret, String action) {
        return account.change(() -> open(secret)
                .map(session -> act(session, action, URI.create("/p/session/" + secret)))
                .orElseGet(PortalPage::over));
    }

    private Reply act(ObjectNode session, String action, URI page) {
        Instant now = account.now();
        Optional<ObjectNode> current = subscription(session);
        if (current.isEmpty()) {
            return Reply.seeOther(page);
        }
        ObjectNode subscription = current.get();
        switch (action) {
            case "cancel" -> subscriptions.cancelAtPeriodEnd(subscription, now);
            case "keep" -> subscriptions.keep(subscription, now);
            case "card" -> newCard(subscription, Behaviour.WORKS, now);
            case "declining-card" -> newCard(subscription, Behaviour.DECLINES_LATER, now);
            case "pay" -> pay(subscription, now);
            default -> switchPrice(subscription, action, now);
        }
        return Reply.seeOther(afterwards(session, action).orElse(page));
    }

    /** A flow for one purpose may ask to go back right after it. */
    private static Optional<URI> afterwards(ObjectNode session, String action) {
        String purpose = action.equals("cancel") ? "subscription_cancel" : "payment_method_update";
        JsonNode flow = session.get("flow");
        return flow.path("type").asText().equals(purpose)
                ? Optional.ofNullable(
                                flow.at("/after_completion/redirect/return_url").textValue())
                        .map(URI::create)
                : Optional.empty();
    }

    private void newCard(ObjectNode subscription, Behaviour behaviour, Instant now) {
        String card = cards.add(subscription.get("customer").textValue(), behaviour);
        subscriptions.save(subscription.put("default_payment_method", card), now);
    }

    private void pay(ObjectNode subscription, Instant now) {
        if (Invoices.open(subscriptions.latestInvoice(subscription))) {
            subscriptions.pay(subscription, now);
        }
    }

    private void switchPrice(ObjectNode subscription, String price, Instant now) {
        account.store().get(Kind.PRICE, price).ifPresent(known -> subscriptions.switchPrice(subscription, known, now));
    }

    private Optional<ObjectNode> open(String secret) {
        account.catchUp(account.now());
        return sessions.bySecret(secret, account.now());
    }

    /** The customer's latest subscription that is not over. */
    private Optional<ObjectNode> subscription(ObjectNode session) {
        return account.store().newestFirst(Kind.SUBSCRIPTION).stream()
                .filter(subscription -> subscription.get("customer").equals(session.get("customer")))
                .filter(subscription -> !Subscriptions.TERMINAL.contains(
                        subscription.get("status").textValue()))
                .findFirst();
    }

    private static Reply over() {
        return StripePages.gone(410, "This portal session is over", "Go back and open the customer portal again.");
    }

    private String body(ObjectNode session, String path) {
        StringBuilder body = new StringBuilder();
        subscription(session)
                .ifPresentOrElse(
                        subscription -> subscription(body, subscription, path),
                        () -> body.append("<p>You have no running subscription.</p>\n"));
        invoices(body, session);
        if (session.hasNonNull("return_url")) {
            body.append("<p>").append(StripePages.link(session.get("return_url").textValue(), "Return to EarlyBrd"));
            body.append("</p>\n");
        }
        return body.toString();
    }

    private void subscription(StringBuilder body, ObjectNode subscription, String path) {
        boolean ends = subscription.get("cancel_at_period_end").asBoolean();
        boolean card = subscription.hasNonNull("default_payment_method");
        body.append("<div class=\"card\">\n<dl class=\"facts\">\n");
        body.append(StripePages.fact("Plan", StripePages.cost(subscription.at("/items/data/0/price"))));
        body.append(StripePages.fact("Status", StripePages.text(subscription, "status")));
        body.append(StripePages.fact(ends ? "Ends" : "Renews", StripePages.day(Subscriptions.periodEnd(subscription))));
        body.append(StripePages.fact("Card", card ? "on file" : "none"));
        body.append("</dl>\n</div>\n<div class=\"acts\">\n");
        body.append(
                ends
                        ? StripePages.button("main", path + "keep", "Keep my subscription")
                        : StripePages.button("", path + "cancel", "Cancel at the end of the period"));
        if (Invoices.open(subscriptions.latestInvoice(subscription))) {
            body.append(StripePages.button("main", path + "pay", "Pay the open invoice"));
        }
        body.append(StripePages.button("", path + "card", "New card"));
        body.append(StripePages.button("", path + "declining-card", "New card that will be declined"));
        for (ObjectNode price : otherPrices(subscription)) {
            String id = price.get("id").textValue();
            body.append(StripePages.button("", path + id, "Switch to " + StripePages.cost(price)));
        }
        body.append("</div>\n");
    }

    private List<ObjectNode> otherPrices(ObjectNode subscription) {
        JsonNode current = subscription.at("/items/data/0/price/id");
        return account.store().newestFirst(Kind.PRICE).stream()
                .filter(price -> price.get("active").asBoolean() && price.hasNonNull("recurring"))
                .filter(price -> !current.equals(price.get("id")))
                .toList();
    }

    private void invoices(StringBuilder body, ObjectNode session) {
        body.append("<h2>Invoices</h2>\n<ul class=\"rows\">\n");
        account.store().newestFirst(Kind.INVOICE).stream()
                .filter(invoice -> invoice.get("customer").equals(session.get("customer")))
                .forEach(invoice -> body.append("<li>")
                        .append(StripePages.link(
                                invoice.get("hosted_invoice_url").textValue(),
                                invoice.get("number").textValue()))
                        .append(" ")
                        .append(StripePages.money(
                                invoice.get("total").asLong(),
                                invoice.get("currency").textValue()))
                        .append(", ")
                        .append(HtmlPage.escape(invoice.get("status").textValue()))
                        .append("</li>\n"));
        body.append("</ul>\n");
    }
}
