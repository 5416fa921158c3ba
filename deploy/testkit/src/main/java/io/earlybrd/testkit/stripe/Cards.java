package io.earlybrd.testkit.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The cards on file and what charging them leads to. */
final class Cards {

    private final Store store;

    Cards(Store store) {
        this.store = store;
    }

    /** Keeps a card and returns its id. */
    String add(String customer, Behaviour behaviour) {
        ObjectNode card = Json.object().put("id", Kind.CARD.newId()).put("object", Kind.CARD.object());
        store.put(Kind.CARD, card.put("customer", customer).put("_behaviour", behaviour.name()));
        return card.get("id").textValue();
    }

    /** Charges a card while its owner is not there; without a card (null) there is nothing to charge. */
    Charge charge(String card) {
        return store.get(Kind.CARD, card == null ? "" : card)
                .map(kept -> Behaviour.valueOf(kept.get("_behaviour").textValue()))
                .map(behaviour -> behaviour.later)
                .orElse(Charge.DECLINED);
    }

    /** How a card of the tests behaves, now that its owner is on the page, and later when nobody is there. */
    enum Behaviour {
        WORKS(Charge.PAID),
        DECLINES_LATER(Charge.DECLINED),
        ASKS_FOR_AUTHENTICATION_LATER(Charge.ACTION_REQUIRED);

        private final Charge later;

        Behaviour(Charge later) {
            this.later = later;
        }
    }

    /** The outcome of an attempt to be paid. */
    enum Charge {
        PAID,
        DECLINED,
        ACTION_REQUIRED
    }
}
