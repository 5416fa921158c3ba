package io.earlybrd.scraper.schedule;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When sources are crawled. */
@ConfigMapping(prefix = "earlybrd.scraper")
public interface ScheduleConfig {

    /** Time from one crawl of a source to the next, while it fares well. */
    @WithDefault("5m")
    Duration interval();

    /** Details of crawling. */
    Crawl crawl();

    /** Details of crawling. */
    interface Crawl {

        /** Sources that one instance crawls at the same time; each holds a compressed board in memory. */
        @WithDefault("8")
        int concurrency();

        /** Listings of one source whose details are asked for in one crawl; the next goes on. */
        @WithDefault("100")
        int details();

        /** Longest crawl; what takes longer hangs, and gives its place and its source to others. */
        @WithDefault("15m")
        Duration timeout();
    }
}
