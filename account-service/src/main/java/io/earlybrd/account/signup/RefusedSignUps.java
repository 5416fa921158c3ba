package io.earlybrd.account.signup;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Says in the log that sign-ups are refused and what to do if that is wrong: once a minute, however many there are. */
@ApplicationScoped
class RefusedSignUps {

    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final SignUpLimit limit;
    private final Clock clock;
    private final AtomicReference<Instant> lastSaid = new AtomicReference<>(Instant.MIN);

    RefusedSignUps(@ConfigProperty(name = SignUpService.LIMIT) SignUpLimit limit, Clock clock) {
        this.limit = limit;
        this.clock = clock;
    }

    /** One more was refused; true if that was said. */
    boolean add() {
        Instant now = clock.instant();
        Instant last = lastSaid.get();
        boolean due = !now.isBefore(last.plus(PAUSE)) && lastSaid.compareAndSet(last, now);
        if (due) {
            Log.warnf(
                    "sign-ups are refused: more than %d from one network within an hour. If many people share it, raise %s; if all"
                            + " requests seem to come from a proxy of yours, let the service trust it (quarkus.http.proxy)",
                    limit.anHour(), SignUpService.LIMIT);
        }
        return due;
    }
}
