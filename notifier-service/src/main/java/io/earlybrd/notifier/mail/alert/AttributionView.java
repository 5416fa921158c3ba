package io.earlybrd.notifier.mail.alert;

import io.earlybrd.events.Attribution;
import io.earlybrd.notifier.mail.text.SafeText;
import java.util.Optional;

/**
 * The board that asks to be named with its jobs.
 *
 * @param name its name
 * @param link where the name leads
 */
record AttributionView(String name, String link) {

    private static final int MAX_NAME = 60;
    private static final int MAX_LINK = 300;

    static Optional<AttributionView> of(Attribution attribution) {
        return SafeText.link(attribution.url())
                .filter(link -> link.length() <= MAX_LINK)
                .map(link -> new AttributionView(SafeText.oneLine(attribution.name(), MAX_NAME), link));
    }
}
