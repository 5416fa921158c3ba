package io.earlybrd.scraper.liveness;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much is looked at; the product of both bounds what an instance asks for. */
@ConfigMapping(prefix = "earlybrd.scraper.liveness")
public interface LivenessConfig {

    /** Sources whose pages one instance looks at at the same time; zero for an instance that looks at none. */
    @WithDefault("2")
    int concurrency();

    /** Pause between two pages of one source. */
    @WithDefault("5s")
    Duration gap();
}
