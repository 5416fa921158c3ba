package io.earlybrd.account.admin;

import io.earlybrd.account.source.ProviderSummary;
import io.earlybrd.account.web.Moments;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;

/** How the sources of a provider fare, ready to be shown. */
public record ProviderRow(
        String provider, String on, String off, String openJobs, String read, String kind, String badge) {

    static ProviderRow of(ProviderSummary summary, ZoneId zone, Instant now) {
        return new ProviderRow(
                summary.provider(),
                number(summary.on()),
                number(summary.off()),
                number(summary.openJobs()),
                summary.lastSuccessAt().map(at -> Moments.near(at, zone, now)).orElse("never"),
                summary.trouble() > 0 ? "late" : summary.on() == 0 ? "not" : summary.unread() > 0 ? "next" : "sent",
                badge(summary));
    }

    private static String badge(ProviderSummary summary) {
        if (summary.trouble() > 0) {
            return number(summary.trouble()) + (summary.trouble() == 1 ? " needs a look" : " need a look");
        }
        if (summary.on() == 0) {
            return "All off";
        }
        return summary.unread() > 0 ? number(summary.unread()) + " not read yet" : "All healthy";
    }

    private static String number(int count) {
        return String.format(Locale.ENGLISH, "%,d", count);
    }
}
