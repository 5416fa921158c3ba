package io.earlybrd.account.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long a log-in lasts. */
@ConfigMapping(prefix = "account.session")
interface SessionConfig {

    /** After this long a session ends, however much it is used. */
    @WithDefault("14d")
    Duration lifetime();

    /** A session that nobody uses ends after this long. */
    @WithDefault("7d")
    Duration idle();
}
