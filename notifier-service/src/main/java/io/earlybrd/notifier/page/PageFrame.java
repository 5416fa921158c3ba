package io.earlybrd.notifier.page;

import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What is around every page: where its style, its icon and the rest of EarlyBrd are, and when it was made. */
@Singleton
public class PageFrame {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "EEE d MMM HH:mm:ss 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final Assets assets;
    private final Clock clock;
    private final String home;

    PageFrame(Assets assets, Clock clock, @ConfigProperty(name = "earlybrd.public-url") URI home) {
        this.assets = assets;
        this.clock = clock;
        this.home = home.toString().replaceAll("/+$", "");
    }

    /** Address of the stylesheet. */
    public String style() {
        return assets.style();
    }

    /** Address of the icon. */
    public String icon() {
        return assets.icon();
    }

    /** Address of the account's pages, without a slash at its end. */
    public String home() {
        return home;
    }

    /** When the page is made. */
    public String now() {
        return TIME.format(clock.instant());
    }
}
