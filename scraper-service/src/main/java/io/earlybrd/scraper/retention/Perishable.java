package io.earlybrd.scraper.retention;

import io.smallrye.mutiny.Uni;
import java.time.Instant;

/** Rows that are needed for some time only. Each feature knows which of its own these are. */
public interface Perishable {

    /** What they are, for the log: {@code decided suggestions}. */
    String what();

    /**
     * Deletes some of those that are needed no more at this instant, at most as many as take a moment, and waits for nobody: what
     * somebody else works on is left for the next time. Within the caller's transaction.
     *
     * @return how many; 0 if there are no more
     */
    Uni<Integer> deleteSome(Instant now);
}
