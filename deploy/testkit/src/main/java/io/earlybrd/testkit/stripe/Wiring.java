package io.earlybrd.testkit.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Puts the parts of a stand-in together, and the two prices into a new one. */
final class Wiring {

    private final Account account;
    private final Routes routes = new Routes();
    private final PageHandler pages;
    private final WebhookEndpoints endpoints;

    Wiring(StripeOptions options, Store store, StripeWebhooks webhooks, WebhookSender sender, String baseUrl) {
        Events events = new Events(store, webhooks, options.version());
        Cards cards = new Cards(store);
        Invoices invoices = new Invoices(store, events, baseUrl);
        Subscriptions subscriptions = new Subscriptions(store, events, invoices, cards, options.afterRetries());
        Customers customers = new Customers(store, events, subscriptions);
        Checkout checkout = new Checkout(store, events, customers, subscriptions, cards);
        Products products = new Products(store, events);
        Prices prices = new Prices(store, events, products);
        PortalSessions portals = new PortalSessions(store, customers, baseUrl);
        account = new Account(
                store,
                options.clock(),
                options.version(),
                events,
                new DueWork(store, events, subscriptions, checkout),
                sender);
        endpoints = new WebhookEndpoints(store);
        customers.addTo(routes);
        products.addTo(routes);
        prices.addTo(routes);
        new CheckoutSessions(store, customers, prices, checkout, baseUrl).addTo(routes);
        portals.addTo(routes);
        new SubscriptionOperations(store, customers, prices, subscriptions, cards).addTo(routes);
        new InvoiceOperations(store).addTo(routes);
        new EventOperations(store).addTo(routes);
        endpoints.addTo(routes);
        pages = new PageHandler(
                new OverviewPage(account),
                new CheckoutPage(account, checkout),
                new PortalPage(account, portals, subscriptions, cards),
                new InvoicePage(account, subscriptions));
        seed(products, prices);
    }

    Account account() {
        return account;
    }

    Routes routes() {
        return routes;
    }

    PageHandler pages() {
        return pages;
    }

    WebhookEndpoints endpoints() {
        return endpoints;
    }

    private void seed(Products products, Prices prices) {
        account.store().change(() -> {
            if (prices.byLookupKey("earlybrd_monthly").isEmpty()) {
                ObjectNode product = products.add("EarlyBrd", account.now());
                String id = product.get("id").textValue();
                prices.add(id, "earlybrd_monthly", "month", 700, account.now());
                prices.add(id, "earlybrd_yearly", "year", 7_000, account.now());
            }
            return null;
        });
    }
}
