package io.earlybrd.testkit.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.earlybrd.testkit.web.HtmlPage;
import io.earlybrd.testkit.web.Reply;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Pieces that the pages of the stand-in share. */
final class StripePages {

    private static final String BANNER = "Local stand-in for Stripe. No real card, no real money.";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private StripePages() {}

    static Reply page(String title, String body) {
        return Reply.html(200, HtmlPage.of(title, BANNER, body));
    }

    /** There is nothing at this address, or nothing any more. */
    static Reply gone(int status, String title, String sentence) {
        return Reply.html(status, HtmlPage.of(title, BANNER, "<p>" + HtmlPage.escape(sentence) + "</p>\n"));
    }

    /** A button that posts to an address. */
    static String button(String style, String action, String text) {
        return """
                <form method="post" action="%s"><button class="%s">%s</button></form>
                """.formatted(HtmlPage.escape(action), style, HtmlPage.escape(text));
    }

    /** One fact of a list of facts; the value is HTML. */
    static String fact(String name, String value) {
        return "<dt>" + name + "</dt><dd>" + value + "</dd>\n";
    }

    static String link(String url, String text) {
        return "<a href=\"" + HtmlPage.escape(url) + "\">" + HtmlPage.escape(text) + "</a>";
    }

    static String money(long cents, String currency) {
        return currency.toUpperCase(Locale.ROOT) + " "
                + BigDecimal.valueOf(cents, 2).toPlainString();
    }

    static String day(Instant at) {
        return DAY.format(at.atZone(ZoneOffset.UTC));
    }

    /** What a price costs: EUR 7.00 a month. */
    static String cost(JsonNode price) {
        return money(price.get("unit_amount").asLong(), price.get("currency").asText()) + " a "
                + price.at("/recurring/interval").asText();
    }

    static String text(ObjectNode object, String name) {
        return HtmlPage.escape(object.path(name).asText());
    }
}
