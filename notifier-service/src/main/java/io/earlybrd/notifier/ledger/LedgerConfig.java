package io.earlybrd.notifier.ledger;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How matches are taken in and counted. */
@ConfigMapping(prefix = "notifier.ledger")
public interface LedgerConfig {

    /**
     * How long a match of an instant alert waits for others, so that jobs that come together go into one mail. Default 60 s; 0 mails
     * each at once, twice as long halves the mails of a busy minute and doubles the delay.
     */
    @WithDefault("60s")
    Duration coalesce();

    /** How often pending matches are counted, and how long a count may take. Default 10 s. */
    @WithDefault("10s")
    Duration countEvery();
}
