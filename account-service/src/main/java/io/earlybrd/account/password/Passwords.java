package io.earlybrd.account.password;

import io.earlybrd.account.web.TooBusy;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.WorkerExecutor;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Hashes and checks passwords away from the event loop, a bounded number at a time, since each takes much memory and time. The
 * answer comes back on the caller's own context, so that a reactive session may follow.
 */
@ApplicationScoped
public class Passwords {

    /** Of 32 random bytes that were thrown away. */
    private static final String HASH_OF_NOBODY =
            "$argon2id$v=19$m=19456,t=2,p=1$qmZdI/b7h5eOvgk7+u2lwA$q5fbUrCMEwA3ypTazYkKh46GIvjNHz54HlbKDvl2nXQ";

    /** Hashes that were computed, and how long each took once it was its turn. */
    static final String HASHING = "earlybrd.password.hashing";

    private final WorkerExecutor workers;
    private final Timer hashing;
    private final int maxWaiting;
    private final AtomicInteger waiting = new AtomicInteger();

    Passwords(Vertx vertx, PasswordConfig config, MeterRegistry registry) {
        workers = vertx.createSharedWorkerExecutor("passwords", config.threads());
        maxWaiting = config.maxWaiting();
        hashing = registry.timer(HASHING);
    }

    /** The hash to keep of a password. */
    public Uni<String> hash(String password) {
        return work(() -> Argon2id.hash(password));
    }

    /** Whether a password matches; without a hash it takes as long and is false, so that time tells nothing. */
    public Uni<Boolean> matches(String password, Optional<String> hash) {
        return work(() -> Argon2id.matches(password, hash.orElse(HASH_OF_NOBODY)) && hash.isPresent());
    }

    @PreDestroy
    void close() {
        workers.closeAndForget();
    }

    private <T> Uni<T> work(Callable<T> task) {
        return Uni.createFrom().deferred(() -> {
            if (waiting.incrementAndGet() > maxWaiting) {
                waiting.decrementAndGet();
                return Uni.createFrom().failure(new TooBusy("too many passwords wait to be hashed"));
            }
            return workers.executeBlocking(hashing.wrap(task), false)
                    .onTermination()
                    .invoke(waiting::decrementAndGet);
        });
    }
}
