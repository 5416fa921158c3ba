package io.earlybrd.testkit.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.earlybrd.testkit.web.Reply;

/** The first page: which subscriptions there are, and what was told of late. */
final class OverviewPage {

    private static final int EVENTS_SHOWN = 50;

    private final Account account;

    OverviewPage(Account account) {
        this.account = account;
    }

    Reply show() {
        account.catchUp(account.now());
        StringBuilder body = new StringBuilder();
        body.append(
                "<p>Payment pages and customer portals are reached from the service that uses this stand-in.</p>\n");
        body.append("<h2>Subscriptions</h2>\n<ul class=\"rows\">\n");
        account.store().newestFirst(Kind.SUBSCRIPTION).forEach(subscription -> body.append(row(subscription)));
        body.append("</ul>\n<h2>Latest events</h2>\n<ul class=\"rows\">\n");
        account.store().newestFirst(Kind.EVENT).stream()
                .limit(EVENTS_SHOWN)
                .forEach(event -> body.append("<li>")
                        .append(StripePages.text(event, "type"))
                        .append(" <span class=\"fine\">")
                        .append(Subscriptions.time(event, "created"))
                        .append(event.get("pending_webhooks").asInt() > 0 ? ", not delivered yet" : "")
                        .append("</span></li>\n"));
        return StripePages.page(
                "Payments of the local run", body.append("</ul>\n").toString());
    }

    private String row(ObjectNode subscription) {
        String email = account.store()
                .get(Kind.CUSTOMER, subscription.get("customer").textValue())
                .map(customer -> StripePages.text(customer, "email"))
                .orElse("");
        return "<li>%s: %s, until %s</li>\n"
                .formatted(
                        email,
                        StripePages.text(subscription, "status"),
                        StripePages.day(Subscriptions.periodEnd(subscription)));
    }
}
