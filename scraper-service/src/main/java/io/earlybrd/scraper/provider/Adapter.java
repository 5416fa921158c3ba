package io.earlybrd.scraper.provider;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** All that this service knows of one provider. Adapters hold no state and never wait: they neither fetch nor store. */
public interface Adapter {

    /** What a provider's list of jobs covers. */
    enum Coverage {
        /** Every open job: one that is missing from a complete list is closed. */
        ALL_OPEN_JOBS,
        /** Only the newest: a job that is missing may well be open. */
        NEWEST_JOBS
    }

    /** What is fixed of the provider. */
    Provider about();

    /** The name of the provider. */
    default String provider() {
        return about().name();
    }

    /** What a list of this provider covers. */
    default Coverage coverage() {
        return about().coverage();
    }

    /** The shortest time between two crawls of a source. */
    default Duration restsAtLeast() {
        return about().restsAtLeast();
    }

    /**
     * Brings a board's name into its one written form.
     *
     * @throws InvalidBoard if no board of this provider can have that name
     */
    default String boardName(String given) {
        return about().boardName().apply(given);
    }

    /** The request that lists the jobs of a board, or the first page of them. */
    BoardRequest request(Board board);

    /**
     * Reads the answer to {@link #request}, and to each request that an earlier answer named as {@linkplain Listing#next next};
     * called only for successful ones.
     *
     * @throws IOException if the answer could not be received to its end
     */
    Outcome read(Board board, Answer answer) throws IOException;

    /**
     * Reads the answer to the details of a listing; asked only of adapters that list {@linkplain Listing#addStub stubs}.
     *
     * @return null if the job is over
     * @throws UnusablePosting if it has no posting, which says nothing of the other listings
     * @throws UnexpectedShape if it is not what the adapter knows
     * @throws IOException if the answer could not be received to its end
     */
    default @Nullable Posting details(Board board, Stub stub, Answer answer) throws IOException {
        throw new UnexpectedShape("no details at " + provider());
    }
}
