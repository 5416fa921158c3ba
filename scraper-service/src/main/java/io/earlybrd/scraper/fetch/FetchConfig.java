package io.earlybrd.scraper.fetch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** How politely and how patiently pages are fetched. */
@ConfigMapping(prefix = "earlybrd.scraper")
public interface FetchConfig {

    /** Whether addresses that are not on the public Internet may be asked; only for boards on the same machine. */
    @WithDefault("false")
    boolean allowPrivateAddresses();

    /** Address of a page or a mailbox, told to every server, where its people reach ours. */
    @WithDefault("${EARLYBRD_PUBLIC_URL:http://localhost:8080}")
    String contact();

    /** Details of fetching. */
    Fetch fetch();

    /** Details of fetching. */
    interface Fetch {

        /** Longest wait for a connection. */
        @WithDefault("5s")
        Duration connectTimeout();

        /** Longest silence of a server, also before its first byte: Lever takes about 10 s for 85 postings. */
        @WithDefault("20s")
        Duration idleTimeout();

        /** Longest time for one page, from the look-up of its host to its last byte. */
        @WithDefault("60s")
        Duration timeout();

        /** Where answers of more than a quarter of a megabyte are kept while they are received and read; a disk rather than memory. */
        @WithDefault("${java.io.tmpdir}")
        Path directory();

        /** Requests to one host at the same time. */
        @WithDefault("2")
        int hostConcurrency();

        /** Shortest time between two requests to one host, as the host sees it. */
        @WithDefault("500ms")
        Duration hostGap();
    }
}
