package io.earlybrd.notifier.loop;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How often the service looks for what nobody told it of. */
@ConfigMapping(prefix = "notifier.loop")
public interface LoopConfig {

    /**
     * How often each loop looks for work that has become due by itself or comes from another instance, and how soon it tries again
     * after a failure. Default 1 s; longer delays mail, shorter only asks the database more often.
     */
    @WithDefault("1s")
    Duration poll();
}
