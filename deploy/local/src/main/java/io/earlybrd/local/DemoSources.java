package io.earlybrd.local;

import io.earlybrd.events.call.ServiceToken;
import io.earlybrd.testkit.Ticker;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Has the scraper watch the demo's job boards, and look at them far more often than is polite elsewhere. */
final class DemoSources implements AutoCloseable {

    private static final Duration LOOKS_EVERY = Duration.ofSeconds(5);

    private final Ticker ticker;

    private DemoSources(Ticker ticker) {
        this.ticker = ticker;
    }

    /** Adds the sources, where that has not happened in an earlier run, and begins to look. */
    static DemoSources watch(URI scraperUrl, URI board, ServiceToken token) {
        ScraperApi scraper = new ScraperApi(scraperUrl, token);
        List<String> sources = List.of(
                scraper.addBoard("greenhouse", "fjordbank", "Fjordbank"),
                scraper.addBoard("lever", "kestrelpay", "Kestrel Pay"),
                scraper.addUrl("rss", board + "/feeds/oakline.xml", "Oakline Robotics"));
        return new DemoSources(Ticker.every(LOOKS_EVERY, "demo-sources", () -> sources.forEach(scraper::poll)));
    }

    @Override
    public void close() {
        ticker.close();
    }
}
