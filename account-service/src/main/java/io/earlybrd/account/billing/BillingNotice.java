package io.earlybrd.account.billing;

import io.earlybrd.account.web.Moments;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * How a subscriber stands, in words: bad news first and whole.
 *
 * @param kind class of the notice
 * @param heading the news
 * @param text what follows from it
 */
public record BillingNotice(String kind, String heading, String text) {

    private static final Duration A_DAY = Duration.ofDays(1);
    private static final String KEPT = "Your alerts and ledger are kept.";

    static BillingNotice of(Optional<Entitlement> entitlement, boolean verified, ZoneId zone, Instant now) {
        if (entitlement.isEmpty()) {
            return unknown(verified);
        }
        Entitlement known = entitlement.get();
        if (!known.allowsAt(now)) {
            return ended(known);
        }
        String until = known.untilAt().map(end -> Moments.full(end, zone)).orElse("");
        return switch (known.state()) {
            case Entitlement.TRIAL -> trial(known, until, zone, now);
            case Entitlement.GRACE ->
                new BillingNotice(
                        "bad",
                        "Your last payment failed",
                        "Alerts still run. Stripe tries again; if that fails too, alerts stop on " + until
                                + ". Change the card at Stripe.");
            default -> new BillingNotice("good", "You are subscribed", "Alerts run.");
        };
    }

    private static BillingNotice unknown(boolean verified) {
        return verified
                ? new BillingNotice(
                        "",
                        "Your trial is being set up",
                        "That takes a moment after the confirmation. Load this page again.")
                : new BillingNotice(
                        "warn",
                        "Your trial has not started",
                        "It starts when you confirm your address by the link in our mail, so that no day of it is lost.");
    }

    private static BillingNotice trial(Entitlement trial, String until, ZoneId zone, Instant now) {
        String left = trial.untilAt().map(end -> trialLeft(end, zone, now)).orElse("Your trial runs");
        return new BillingNotice(
                "warn", left, "It ends " + until + ". Then alerts stop and nothing is charged. " + KEPT);
    }

    /** How long a trial still runs: begun days count as whole ones, and the last one is called by its name. */
    static String trialLeft(Instant end, ZoneId zone, Instant now) {
        if (end.atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate())) {
            return "Your trial ends today";
        }
        long days = Duration.between(now, end).plus(A_DAY).minusNanos(1).toDays();
        return days == 1 ? "1 day left in your trial" : days + " days left in your trial";
    }

    private static BillingNotice ended(Entitlement ended) {
        String why = switch (ended.state().equals(Entitlement.TRIAL) ? "trial-ended" : ended.reason()) {
            case "trial-ended" -> "Your trial is over";
            case "grace-ended", "unpaid" -> "The payment failed for too long";
            case "payment-incomplete", "payment-expired" -> "The first payment was not finished";
            case "canceled" -> "Your subscription has ended";
            default -> "Your plan does not run at the moment";
        };
        return new BillingNotice("bad", "Alerts have stopped", why + ". " + KEPT);
    }
}
