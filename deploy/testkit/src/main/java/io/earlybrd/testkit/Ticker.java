package io.earlybrd.testkit;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Does something again and again on a daemon thread; a failure is logged and ends nothing. */
public final class Ticker implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Ticker.class.getName());

    private final ScheduledExecutorService thread;

    private Ticker(String name) {
        thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread made = new Thread(task, name);
            made.setDaemon(true);
            return made;
        });
    }

    /**
     * Begins, with the first pause.
     *
     * @param name what the thread is called
     */
    public static Ticker every(Duration pause, String name, Runnable task) {
        Ticker ticker = new Ticker(name);
        long millis = pause.toMillis();
        ticker.thread.scheduleWithFixedDelay(() -> attempt(task), millis, millis, TimeUnit.MILLISECONDS);
        return ticker;
    }

    /** Ends it; what is being done at this moment is interrupted. */
    @Override
    public void close() {
        thread.shutdownNow();
    }

    private static void attempt(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, Thread.currentThread().getName() + " failed and goes on", e);
        }
    }
}
