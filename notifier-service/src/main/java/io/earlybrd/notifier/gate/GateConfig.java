package io.earlybrd.notifier.gate;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the gate decides. */
@ConfigMapping(prefix = "notifier.gate")
public interface GateConfig {

    /**
     * How long a match waits for the records of its subscriber, entitlement and alert, which come on other topics. Default 10 min;
     * shorter suppresses matches while a topic lags, longer only keeps hopeless ones.
     */
    @WithDefault("10m")
    Duration patience();
}
