package io.earlybrd.local;

import java.time.Duration;

/** Is told how the start goes on, and later what happened to a part. Called by several threads. */
public interface Progress {

    /** From now on this part is waited for. */
    void began(String part);

    /** This part serves. */
    void ready(String part, Duration after);

    /** This part does not serve, and is not waited for any more; why is told elsewhere. */
    void failed(String part);

    /** Something that the person who started the system wants to know. */
    void note(String message);

    /** Tells nobody. */
    static Progress silent() {
        return new Progress() {
            @Override
            public void began(String part) {}

            @Override
            public void ready(String part, Duration after) {}

            @Override
            public void failed(String part) {}

            @Override
            public void note(String message) {}
        };
    }

    /** Does one step of the start and tells how long it took. */
    default void during(String part, Runnable step) {
        began(part);
        long start = System.nanoTime();
        try {
            step.run();
        } catch (RuntimeException e) {
            failed(part);
            throw e;
        }
        ready(part, Duration.ofNanos(System.nanoTime() - start));
    }
}
