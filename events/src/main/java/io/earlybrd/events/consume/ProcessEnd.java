package io.earlybrd.events.consume;

import io.quarkus.logging.Log;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Ends the process with code {@value #FAILED}, so that whoever supervises it starts it again: in order if that goes, and by a halt if
 * the shutdown hangs, as it may when what broke is part of it. Half a service that lives on would be silent, and nobody would notice.
 */
@ApplicationScoped
public class ProcessEnd {

    private static final int FAILED = 1;

    /** Twice what a shutdown waits for the requests that run. */
    private static final Duration SHUTDOWN_WITHIN = Duration.ofSeconds(20);

    private final Runnable shutdown;
    private final Runnable halt;
    private final Duration within;
    private final AtomicBoolean begun = new AtomicBoolean();

    @Inject
    ProcessEnd() {
        this(() -> Quarkus.asyncExit(FAILED), ProcessEnd::haltOwnProcess, SHUTDOWN_WITHIN);
    }

    /**
     * An end of the caller's choice.
     *
     * @param shutdown ends the process in order; may hang
     * @param halt ends it at once
     * @param within how long after the begin of the shutdown the process is halted, if it still lives
     */
    public ProcessEnd(Runnable shutdown, Runnable halt, Duration within) {
        this.shutdown = shutdown;
        this.halt = halt;
        this.within = within;
    }

    /** Begins the end, once. */
    public void begin() {
        if (begun.compareAndSet(false, true)) {
            // First, because the shutdown may hang in this very thread; as a daemon, so that it holds up no shutdown
            // that ends.
            Thread watcher = new Thread(this::haltIfStillThere, "process-end");
            watcher.setDaemon(true);
            watcher.start();
            shutdown.run();
        }
    }

    private void haltIfStillThere() {
        try {
            TimeUnit.NANOSECONDS.sleep(within.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Log.errorf("process halted, since its shutdown did not end within=%s", within);
        halt.run();
    }

    /** In dev mode and in tests the process is not this service's own. */
    private static void haltOwnProcess() {
        if (!LaunchMode.current().isDevOrTest()) {
            Runtime.getRuntime().halt(FAILED);
        }
    }
}
