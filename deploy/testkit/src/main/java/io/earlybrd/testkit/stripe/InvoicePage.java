package io.earlybrd.testkit.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.earlybrd.testkit.web.Reply;
import java.net.URI;
import java.util.Optional;

/** The page of one invoice, {@code /i/<invoice>}, where an open one can be paid. */
final class InvoicePage {

    private final Account account;
    private final Subscriptions subscriptions;

    InvoicePage(Account account, Subscriptions subscriptions) {
        this.account = account;
        this.subscriptions = subscriptions;
    }

    Reply show(String id) {
        account.catchUp(account.now());
        return account.store()
                .get(Kind.INVOICE, id)
                .map(invoice ->
                        StripePages.page("Invoice " + invoice.get("number").textValue(), body(invoice)))
                .orElseGet(() -> StripePages.gone(404, "No such invoice", "There is no invoice at this address."));
    }

    Reply pay(String id) {
        account.change(() -> {
            account.store()
                    .get(Kind.INVOICE, id)
                    .filter(Invoices::open)
                    .flatMap(this::subscription)
                    .ifPresent(subscription -> subscriptions.pay(subscription, account.now()));
            return null;
        });
        return Reply.seeOther(URI.create("/i/" + id));
    }

    /** The subscription that waits for this invoice. */
    private Optional<ObjectNode> subscription(ObjectNode invoice) {
        String id = invoice.at("/parent/subscription_details/subscription").asText();
        return account.store()
                .get(Kind.SUBSCRIPTION, id)
                .filter(subscription -> !Subscriptions.TERMINAL.contains(
                        subscription.get("status").textValue()))
                .filter(subscription -> subscription.get("latest_invoice").equals(invoice.get("id")));
    }

    private static String body(ObjectNode invoice) {
        String amount = StripePages.money(
                invoice.get("total").asLong(), invoice.get("currency").textValue());
        String facts = StripePages.fact("Customer", StripePages.text(invoice, "customer_email"))
                + StripePages.fact("Date", StripePages.day(Subscriptions.time(invoice, "created")))
                + StripePages.fact("Status", StripePages.text(invoice, "status"));
        String pay = Invoices.open(invoice)
                ? StripePages.button("main", "/i/" + invoice.get("id").textValue() + "/pay", "Pay " + amount)
                : "";
        return """
                <div class="card">
                <p class="amount">%s</p>
                <dl class="facts">
                %s</dl>
                </div>
                %s""".formatted(amount, facts, pay);
    }
}
