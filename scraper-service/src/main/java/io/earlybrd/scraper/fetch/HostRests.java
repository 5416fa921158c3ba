package io.earlybrd.scraper.fetch;

import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** Told of each host that asks to be left alone, so that other instances leave it alone too. */
@FunctionalInterface
public interface HostRests {

    /** The host asked for this rest just now; fails if the others cannot be told. Called on a Vert.x context. */
    Uni<Void> asked(String host, Duration rest);
}
