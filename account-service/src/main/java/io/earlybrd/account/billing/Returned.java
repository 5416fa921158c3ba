package io.earlybrd.account.billing;

/** How somebody came to the billing page: by a link, back from Stripe, or because a button could not do what it says. */
public enum Returned {
    BY_LINK("", ""),
    PAID(
            "good",
            "Thank you. Stripe tells us of a payment within a minute or so; until it has, this page shows what was before."),
    NOT_PAID("", "You came back from Stripe without paying. Nothing was charged."),
    NOT_OPENED("bad", "Stripe’s page could not be opened. Nothing was charged. Try again in a minute."),
    NO_PLAN("bad", "Choose one of the plans first.");

    private final String kind;
    private final String text;

    Returned(String kind, String text) {
        this.kind = kind;
        this.text = text;
    }

    /** By the word that Stripe's checkout was told to send back, which may be null. */
    static Returned from(String word) {
        if (word == null) {
            return BY_LINK;
        }
        return switch (word) {
            case "success" -> PAID;
            case "canceled" -> NOT_PAID;
            default -> BY_LINK;
        };
    }

    /** Whether there is something to say. */
    public boolean shown() {
        return !text.isEmpty();
    }

    /** Class of the notice. */
    public String kind() {
        return kind;
    }

    /** What to say. */
    public String text() {
        return text;
    }
}
