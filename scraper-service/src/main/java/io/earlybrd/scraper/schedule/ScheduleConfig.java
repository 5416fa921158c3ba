package io.earlybrd.scraper.schedule;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When sources are crawled. */
@ConfigMapping(prefix = "earlybrd.scraper")
public interface ScheduleConfig {

    /**
     * Shortest time from one crawl of a source to the next: that of a source with many new jobs, and of one that is just added. A
     * tenth is added by chance, so that a busy source is asked within five minutes.
     */
    @WithDefault("4m30s")
    Duration interval();

    /** Longest time from one crawl to the next of a source that fares well, however rare its new jobs are. */
    @WithDefault("60m")
    Duration longestInterval();

    /** Details of crawling. */
    Crawl crawl();

    /** Details of crawling. */
    interface Crawl {

        /** Sources that one instance crawls at the same time; each may keep an answer of 32 MB on disk. */
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
