package io.earlybrd.notifier.mail.alert;

import io.earlybrd.notifier.unsubscribe.StopTokens;
import io.earlybrd.notifier.unsubscribe.Stoppable;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the links of a mail lead. */
@Singleton
class MailLinks {

    /** Longest address of the ledger that a mail bears, in bytes of HTML. */
    static final int MAX_LEDGER_LINK = 300;

    private static final int MAX_SPELLINGS = 5;

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

    /**
     * Where the owner sees every match at a company.
     *
     * @param spellings of its name; so many or so long ones that a mail has no room for them lead to the whole ledger
     */
    String ledgerOf(Set<String> spellings) {
        String link = spellings.stream()
                .map(name -> "company=" + URLEncoder.encode(name, StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", ledger() + "?", ""));
        boolean fits =
                spellings.size() <= MAX_SPELLINGS && link.replace("&", "&amp;").length() <= MAX_LEDGER_LINK;
        return fits ? link : ledger();
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
