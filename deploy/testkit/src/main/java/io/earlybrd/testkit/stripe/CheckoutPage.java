package io.earlybrd.testkit.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.earlybrd.testkit.stripe.Cards.Behaviour;
import io.earlybrd.testkit.web.HtmlPage;
import io.earlybrd.testkit.web.Reply;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** The page where a customer pays: {@code /c/pay/<session>}; each button posts to an address below it. */
final class CheckoutPage {

    private final Account account;
    private final Checkout checkout;

    CheckoutPage(Account account, Checkout checkout) {
        this.account = account;
        this.checkout = checkout;
    }

    /** @param notice what the last button led to, empty on arrival */
    Reply show(String id, String notice) {
        return open(id).map(session -> StripePages.page("Subscribe to EarlyBrd", body(session, notice)))
                .orElseGet(CheckoutPage::over);
    }

    Reply act(String id, String action, Form form) {
        return account.change(
                () -> open(id).map(session -> act(session, action, form)).orElseGet(CheckoutPage::over));
    }

    private Reply act(ObjectNode session, String action, Form form) {
        String email = Params.of(form).text("email").orElse("customer@example.com");
        Instant now = account.now();
        return switch (action) {
            case "pay" -> Reply.seeOther(checkout.complete(session, email, Optional.of(Behaviour.WORKS), now));
            case "pay-once" ->
                Reply.seeOther(checkout.complete(session, email, Optional.of(Behaviour.DECLINES_LATER), now));
            case "pay-and-authenticate" ->
                Reply.seeOther(
                        checkout.complete(session, email, Optional.of(Behaviour.ASKS_FOR_AUTHENTICATION_LATER), now));
            case "begin" -> begin(session, email, now);
            case "authenticate" -> authenticate(session, email, now);
            case "fail" -> back(session, "declined");
            case "cancel" ->
                session.hasNonNull("cancel_url")
                        ? Reply.seeOther(URI.create(session.get("cancel_url").textValue()))
                        : back(session, "");
            default -> StripePages.gone(404, "No such button", "This page has no such button.");
        };
    }

    private Reply begin(ObjectNode session, String email, Instant now) {
        return Checkout.cardOptional(session)
                ? Reply.seeOther(checkout.complete(session, email, Optional.empty(), now))
                : back(session, "card-needed");
    }

    private Reply authenticate(ObjectNode session, String email, Instant now) {
        if (!Checkout.trial(session) && !session.has("_incomplete")) {
            checkout.leaveAtAuthentication(session, email, now);
        }
        return back(session, "unauthenticated");
    }

    private Optional<ObjectNode> open(String id) {
        account.catchUp(account.now());
        return account.store().get(Kind.CHECKOUT_SESSION, id).filter(Checkout::open);
    }

    private static Reply back(ObjectNode session, String notice) {
        return Reply.seeOther(URI.create("/c/pay/" + session.get("id").textValue() + "?notice=" + notice));
    }

    private static Reply over() {
        return StripePages.gone(
                410, "This payment page is closed", "Its session is complete, expired, or was never there.");
    }

    private static String body(ObjectNode session, String notice) {
        JsonNode line = session.at("/_line_items/data/0");
        String path = "/c/pay/" + session.get("id").textValue() + "/";
        StringBuilder body = new StringBuilder(notice(notice));
        body.append("<div class=\"card\">\n<p class=\"amount\">").append(StripePages.cost(line.get("price")));
        body.append("</p>\n<p>").append(line.get("quantity").asText()).append(" &times; ");
        body.append(HtmlPage.escape(line.get("description").asText())).append(". ");
        body.append(trial(session)).append("</p>\n");
        body.append("</div>\n<form method=\"post\">\n").append(email(session)).append("<p class=\"acts\">\n");
        if (Checkout.cardOptional(session)) {
            body.append(submit("", path + "begin", "Start the trial without a card"));
        }
        body.append(submit("main", path + "pay", "Pay"));
        body.append(submit("", path + "fail", "Fail"));
        if (session.hasNonNull("cancel_url")) {
            body.append(submit("", path + "cancel", "Cancel"));
        }
        body.append("</p>\n<h2>Other cards</h2>\n<p class=\"acts\">\n");
        body.append(submit("", path + "pay-once", "Pay now, decline later charges"));
        body.append(submit("", path + "pay-and-authenticate", "Pay now, ask for 3-D Secure later"));
        if (!Checkout.trial(session)) {
            body.append(submit("", path + "authenticate", "Leave at 3-D Secure"));
        }
        return body.append("</p>\n</form>\n").toString();
    }

    private static String trial(ObjectNode session) {
        JsonNode data = session.get("_subscription_data");
        if (data.has("trial_end")) {
            String end =
                    StripePages.day(Instant.ofEpochSecond(data.get("trial_end").asLong()));
            return "Nothing to pay until the trial ends on " + end + ".";
        }
        return data.has("trial_period_days")
                ? "Nothing to pay for the first "
                        + data.get("trial_period_days").asText() + " days."
                : "To pay today.";
    }

    private static String email(ObjectNode session) {
        if (session.hasNonNull("customer") || session.hasNonNull("customer_email")) {
            return "";
        }
        return "<p><label>Email <input type=\"email\" name=\"email\" autocomplete=\"email\"></label></p>\n";
    }

    private static String submit(String style, String action, String text) {
        return "<button class=\"%s\" formaction=\"%s\">%s</button>\n".formatted(style, action, text);
    }

    private static String notice(String notice) {
        String sentence = switch (notice) {
            case "declined" -> "Your card was declined. Try another one.";
            case "unauthenticated" -> "Your bank asks you to confirm the payment. It was not confirmed.";
            case "card-needed" -> "A card is needed to start.";
            default -> "";
        };
        return sentence.isEmpty() ? "" : "<p class=\"notice bad\" role=\"alert\">" + sentence + "</p>\n";
    }
}
