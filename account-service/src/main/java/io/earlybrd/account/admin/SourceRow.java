package io.earlybrd.account.admin;

import io.earlybrd.account.source.WatchedSource;
import io.earlybrd.account.web.Moments;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;

/**
 * A source, ready to be shown.
 *
 * @param name the employer, or else the board
 * @param source provider and board
 * @param read when it was read last
 * @param kind class of the badge
 * @param badge how it fares
 * @param on whether it is polled
 */
public record SourceRow(
        String id, String name, String source, String openJobs, String read, String kind, String badge, boolean on) {

    static SourceRow of(WatchedSource source, ZoneId zone, Instant now) {
        boolean on = source.disabledAt().isEmpty();
        return new SourceRow(
                source.id().toString(),
                source.company().orElse(source.board()),
                source.sourceId(),
                String.format(Locale.ENGLISH, "%,d", source.openJobs()),
                source.lastSuccessAt().map(at -> Moments.near(at, zone, now)).orElse("never"),
                on ? kind(source.health()) : "not",
                on
                        ? badge(source)
                        : "Off since " + Moments.near(source.disabledAt().get(), zone, now),
                on);
    }

    private static String kind(String health) {
        return switch (health) {
            case "healthy" -> "sent";
            case "new" -> "next";
            case "degraded" -> "late";
            default -> "fail";
        };
    }

    private static String badge(WatchedSource source) {
        String failures = source.failures() > 0 ? ": " + source.failures() + " in vain" : "";
        return switch (source.health()) {
            case "healthy" -> "Healthy";
            case "new" -> "Not read yet" + failures;
            case "degraded" -> "Degraded" + failures;
            case "blocked" -> "Blocked" + failures;
            case "gone" -> "Gone" + failures;
            default -> source.health();
        };
    }
}
