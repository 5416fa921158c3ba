package io.earlybrd.notifier.mail.alert;

import io.earlybrd.notifier.unsubscribe.StopTokens;
import io.earlybrd.notifier.unsubscribe.Stoppable;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the links of a mail lead. */
@Singleton
class MailLinks {

    private final StopTokens tokens;
    private final String pages;
    private final String stops;

    MailLinks(
            StopTokens tokens,
            @ConfigProperty(name = "earlybrd.public-url") URI pages,
            @ConfigProperty(name = "earlybrd.mail-links-url") URI stops) {
        this.tokens = tokens;
        this.pages = withoutSlash(pages);
        this.stops = withoutSlash(stops);
    }

    /** Where the owner changes an alert. */
    String edit(UUID alertId) {
        return pages + "/alerts/" + alertId;
    }

    /** Where the owner sees every match. */
    String ledger() {
        return pages + "/ledger";
    }

    /** Where these alerts are stopped. */
    String stop(UUID subscriberId, List<UUID> alertIds) {
        return stops + "/u/" + tokens.tokenOf(new Stoppable(subscriberId, alertIds));
    }

    /** Where all alerts are stopped; the same page with the other choice made. */
    String stopAll(UUID subscriberId, List<UUID> alertIds) {
        return stop(subscriberId, alertIds) + "?what=all";
    }

    private static String withoutSlash(URI url) {
        return url.toString().replaceAll("/+$", "");
    }
}
