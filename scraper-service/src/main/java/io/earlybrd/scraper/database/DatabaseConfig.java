package io.earlybrd.scraper.database;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How patiently the database is waited for. */
@ConfigMapping(prefix = "earlybrd.scraper.database")
public interface DatabaseConfig {

    /** Longest wait for a whole transaction; longer than the database's own limit of a statement, which then says why. */
    @WithDefault("30s")
    Duration timeout();
}
