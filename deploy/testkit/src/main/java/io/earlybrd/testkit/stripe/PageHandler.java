package io.earlybrd.testkit.stripe;

import com.sun.net.httpserver.HttpExchange;
import io.earlybrd.testkit.web.HtmlPage;
import io.earlybrd.testkit.web.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which page answers which address. Pages act on POST only, and answer it with a redirect. */
final class PageHandler {

    private static final Pattern PAGE = Pattern.compile("/(c/pay|p/session|i)/([^/]+)(?:/([^/]+))?");

    private final OverviewPage overview;
    private final CheckoutPage checkout;
    private final PortalPage portal;
    private final InvoicePage invoice;

    PageHandler(OverviewPage overview, CheckoutPage checkout, PortalPage portal, InvoicePage invoice) {
        this.overview = overview;
        this.checkout = checkout;
        this.portal = portal;
        this.invoice = invoice;
    }

    void handle(HttpExchange exchange) throws IOException {
        answer(exchange).sendTo(exchange);
    }

    private Reply answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.equals("/")) {
            return overview.show();
        }
        if (path.equals(HtmlPage.STYLESHEET_PATH)) {
            return HtmlPage.stylesheet();
        }
        Matcher page = PAGE.matcher(path);
        if (!page.matches()) {
            return StripePages.gone(404, "No such page", "There is no page at this address.");
        }
        boolean post = exchange.getRequestMethod().equals("POST");
        return post && page.group(3) != null
                ? act(exchange, page.group(1), page.group(2), page.group(3))
                : show(exchange, page.group(1), page.group(2));
    }

    private Reply show(HttpExchange exchange, String kind, String id) {
        Form query = Form.parse(exchange.getRequestURI().getRawQuery());
        return switch (kind) {
            case "c/pay" -> checkout.show(id, Params.of(query).text("notice").orElse(""));
            case "p/session" -> portal.show(id);
            default -> invoice.show(id);
        };
    }

    private Reply act(HttpExchange exchange, String kind, String id, String action) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        return switch (kind) {
            case "c/pay" -> checkout.act(id, action, Form.parse(body));
            case "p/session" -> portal.act(id, action);
            default -> invoice.pay(id);
        };
    }
}
