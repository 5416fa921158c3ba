package io.earlybrd.scraper.provider;

import java.io.IOException;

/** All that this service knows of one provider. Adapters hold no state and never wait: they neither fetch nor store. */
public interface Adapter {

    /** What a provider's list of jobs covers. */
    enum Coverage {
        /** Every open job: one that is missing from a complete list is closed. */
        ALL_OPEN_JOBS,
        /** Only the newest: a job that is missing may well be open. */
        NEWEST_JOBS
    }

    /** The name in configuration, sources and ids: {@code greenhouse}. */
    String provider();

    /** What a list of this provider covers. */
    Coverage coverage();

    /**
     * Brings a board's name into its one written form.
     *
     * @throws InvalidBoard if no board of this provider can have that name
     */
    String boardName(String given);

    /** The request that lists the jobs of a board. */
    BoardRequest request(Board board);

    /**
     * Reads the answer to {@link #request}; called only for a successful one.
     *
     * @throws IOException if the answer could not be received to its end
     */
    Outcome read(Board board, Answer answer) throws IOException;
}
