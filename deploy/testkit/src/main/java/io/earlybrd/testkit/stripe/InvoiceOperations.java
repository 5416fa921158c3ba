package io.earlybrd.testkit.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The operations on invoices: they can be read. */
final class InvoiceOperations {

    private final Store store;

    InvoiceOperations(Store store) {
        this.store = store;
    }

    void addTo(Routes routes) {
        AcceptedParams filters =
                AcceptedParams.ofList("collection_method", "created[*]", "customer", "status", "subscription");
        routes.get("/v1/invoices", filters, this::list);
        routes.get("/v1/invoices/{id}", AcceptedParams.of(), this::get);
    }

    private ObjectNode list(Call call) {
        return Lists.page(
                call,
                Kind.INVOICE,
                store.newestFirst(Kind.INVOICE).stream()
                        .filter(Lists.sameAsAsked(call.params(), "collection_method"))
                        .filter(Lists.sameAsAsked(call.params(), "customer"))
                        .filter(Lists.sameAsAsked(call.params(), "status"))
                        .filter(Lists.createdAsAsked(call.params()))
                        .filter(invoice -> call.params()
                                .text("subscription")
                                .map(invoice.at("/parent/subscription_details/subscription")
                                        .asText()::equals)
                                .orElse(true))
                        .toList());
    }

    private ObjectNode get(Call call) {
        return store.get(Kind.INVOICE, call.id()).orElseThrow(() -> StripeError.notFound(Kind.INVOICE, call.id()));
    }
}
