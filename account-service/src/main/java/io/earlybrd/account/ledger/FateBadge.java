package io.earlybrd.account.ledger;

import io.earlybrd.account.web.Moments;
import io.earlybrd.events.FateChanged;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;

/**
 * A fate as it is shown everywhere: shape and colour by its kind, and a word with a time or a reason.
 *
 * @param kind class of the badge
 * @param text what it says
 */
public record FateBadge(String kind, String text) {

    private static final Map<String, String> WHY_NOT = Map.ofEntries(
            Map.entry("alert-paused", "alert paused"),
            Map.entry("alert-stopped", "alert stopped"),
            Map.entry("alert-deleted", "alert deleted"),
            Map.entry("alert-unknown", "alert deleted"),
            Map.entry("alerts-off", "alerts are off"),
            Map.entry("unsubscribed", "all mail stopped"),
            Map.entry("muted", "muted"),
            Map.entry("not-verified", "address not confirmed"),
            Map.entry("not-entitled", "trial or plan over"),
            Map.entry("entitlement-unknown", "plan not known"),
            Map.entry("bounced", "mailbox refuses mail"),
            Map.entry("complained", "reported as spam"),
            Map.entry("closed", "the employer took it down before we could tell you"));

    static FateBadge of(LedgerEntry entry, ZoneId zone, Instant now) {
        String changed = exact(entry.changedAt(), zone, now);
        return switch (entry.fate()) {
            case FateChanged.SENT -> new FateBadge("sent", "Sent " + changed);
            case FateChanged.SUPPRESSED ->
                new FateBadge("not", "Not sent: " + whyNot(entry.reason().orElse("")));
            case FateChanged.BOUNCED -> new FateBadge("fail", "Bounced " + changed);
            case FateChanged.PENDING -> pending(entry, zone, now);
            default -> new FateBadge("late", entry.fate() + " " + changed);
        };
    }

    private static FateBadge pending(LedgerEntry entry, ZoneId zone, Instant now) {
        String due =
                entry.untilAt().map(until -> Moments.near(until, zone, now)).orElse("soon");
        return switch (entry.reason().orElse("")) {
            case "digest" -> new FateBadge("next", "In digest " + due);
            case "quiet-hours" -> new FateBadge("held", "Held until " + due + ": quiet hours");
            case "deferred" -> new FateBadge("held", "Held until " + due + ": retry");
            case "capped" -> new FateBadge("held", "Held until " + due + ": more than fit in one mail");
            default -> new FateBadge("next", "Due " + due);
        };
    }

    private static String whyNot(String reason) {
        return WHY_NOT.getOrDefault(reason, reason.replace('-', ' '));
    }

    /** With seconds today; the day is what matters of older ones. */
    private static String exact(Instant instant, ZoneId zone, Instant now) {
        boolean today =
                instant.atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate());
        return today ? Moments.seconds(instant, zone) : Moments.near(instant, zone, now);
    }
}
