package io.earlybrd.testkit.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * The shape of objects before the version of 31 March 2025, for readers that must understand both: the billing period stands
 * on the subscription, an invoice names its subscription itself.
 */
final class ShapeBeforeBasil {

    private ShapeBeforeBasil() {}

    /** Changes one object, whose inner objects have been changed already. */
    static void apply(ObjectNode object) {
        switch (object.path("object").asText()) {
            case "subscription" -> subscription(object);
            case "subscription_item" -> object.remove("discounts");
            case "invoice" -> invoice(object);
            case "line_item" -> line(object);
            case "product" -> object.set("features", object.remove("marketing_features"));
            case "checkout.session" -> object.put("ui_mode", "hosted");
            default -> {
                // The same in both.
            }
        }
    }

    private static void subscription(ObjectNode subscription) {
        ObjectNode item = (ObjectNode) subscription.at("/items/data/0");
        for (String name : List.of("current_period_start", "current_period_end")) {
            subscription.set(name, item.remove(name));
        }
        subscription.remove(List.of("billing_mode", "billing_cycle_anchor_config", "invoice_settings"));
        subscription.putNull("discount");
    }

    private static void invoice(ObjectNode invoice) {
        JsonNode details = invoice.at("/parent/subscription_details");
        invoice.set("subscription", details.get("subscription"));
        invoice.putObject("subscription_details").set("metadata", details.get("metadata"));
        boolean paid = invoice.get("status").asText().equals("paid");
        invoice.put("paid", paid).put("paid_out_of_band", false);
        invoice.putNull("charge").putNull("payment_intent").putNull("tax").putNull("discount");
        invoice.putNull("rendering_options").putNull("quote");
        invoice.putArray("total_tax_amounts");
        invoice.remove(List.of(
                "parent", "total_taxes", "total_pretax_credit_amounts", "issuer", "rendering", "amount_overpaid"));
    }

    private static void line(ObjectNode line) {
        JsonNode details = line.at("/parent/subscription_item_details");
        line.set("subscription", details.get("subscription"));
        line.set("subscription_item", details.get("subscription_item"));
        line.put("proration", false).put("type", "subscription");
        line.remove(List.of("parent", "pricing", "taxes", "pretax_credit_amounts", "subtotal", "invoice"));
    }
}
