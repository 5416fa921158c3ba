package io.earlybrd.scraper.schedule;

import static io.earlybrd.testkit.Database.SCRAPER;

import io.earlybrd.scraper.testing.TestClock;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import java.util.UUID;
import java.util.function.Supplier;

/** Sources as a test needs them, and the wait for what claims them. */
final class DueSources {

    private DueSources() {}

    /** Begins without any source or host. */
    static void forgetAll() {
        SCRAPER.change("delete from posting");
        SCRAPER.change("delete from source");
        SCRAPER.change("delete from host");
    }

    /** Adds a source. */
    static void add(String board, String host, long dueInSeconds) {
        SCRAPER.change(
                """
                insert into source (id, provider, board, host, created_at, due_at, told_at)
                values (?, 'greenhouse', ?, ?, now(), cast(? as timestamptz) + ? * interval '1 second', now())
                """, UUID.randomUUID(), board, host, TestClock.CLOCK.instant().toString(), dueInSeconds);
    }

    /** Runs work on a Vert.x context and waits for it. */
    static <T> T await(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (RuntimeException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
