package io.earlybrd.notifier.gate;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the gate decides. */
@ConfigMapping(prefix = "notifier.gate")
public interface GateConfig {

    /**
     * How long a match waits for the records of its subscriber, entitlement and alert, which come on other topics. Default 72 h, as
     * long as a job is news; shorter suppresses matches while a topic lags, longer only keeps hopeless ones.
     */
    @WithDefault("72h")
    Duration patience();

    /**
     * How long a match that one alert wants waits for the record of another. Default 10 min; shorter leaves that alert out of the
     * mail while a topic lags, longer lets one lost record delay the job.
     */
    @WithDefault("10m")
    Duration patienceForMore();
}
