package io.earlybrd.local;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The end of this process: it waits for all that it started, and hangs on nothing. */
final class Shutdown {

    private static final System.Logger LOG = System.getLogger(Shutdown.class.getName());

    /** Whatever still hangs after this long is left to end with this process. */
    private static final Duration ALL_WITHIN = Duration.ofSeconds(14);

    private static final Duration CHILDREN_WITHIN = Duration.ofSeconds(4);

    private Shutdown() {}

    /** When this process is told to stop, runs this, and then ends the child processes that are still there. */
    static void runs(Runnable stop) {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            haltLater();
                            try {
                                stop.run();
                            } catch (RuntimeException e) {
                                LOG.log(System.Logger.Level.ERROR, "not stopped in order", e);
                            } finally {
                                endChildren();
                            }
                        },
                        "shutdown"));
    }

    /** Stops this process in order when another one ends, in whatever way. */
    static void whenEnds(long pid) {
        ProcessHandle.of(pid)
                .map(ProcessHandle::onExit)
                .orElseGet(() -> CompletableFuture.completedFuture(null))
                // Not on the common pool: to exit blocks the thread, and on a small machine that pool has only one,
                // which completes what the stop waits for.
                .thenRunAsync(() -> System.exit(0), task -> new Thread(task, "exit").start());
    }

    /** Those that were just being started when the end came; the others are gone by now. */
    private static void endChildren() {
        List<ProcessHandle> children = ProcessHandle.current().descendants().toList();
        children.forEach(ProcessHandle::destroy);
        CompletableFuture<Void> ended = CompletableFuture.allOf(
                children.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new));
        try {
            ended.get(CHILDREN_WITHIN.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            children.forEach(ProcessHandle::destroyForcibly);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void haltLater() {
        Thread thread = new Thread(
                () -> {
                    try {
                        new CountDownLatch(1).await(ALL_WITHIN.toSeconds(), TimeUnit.SECONDS);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    Runtime.getRuntime().halt(1);
                },
                "halt");
        thread.setDaemon(true);
        thread.start();
    }
}
