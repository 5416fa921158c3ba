package io.earlybrd.events.time;

import io.quarkus.arc.DefaultBean;
import io.quarkus.logging.Log;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The clock that every service tells the time by. */
class SystemClock {

    /** The system's clock in UTC; in a drill, shifted by what a file says. */
    @Produces
    @Singleton
    @DefaultBean
    Clock clock(@ConfigProperty(name = "earlybrd.clock.offset-file") Optional<Path> offsetFile) {
        offsetFile.ifPresent(file -> Log.warnf("the clock is shifted by what a file says file=%s", file));
        return offsetFile.<Clock>map(ShiftedClock::new).orElseGet(Clock::systemUTC);
    }
}
