package io.earlybrd.local;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Runs another main class in a JVM that ends when its parent ends, in whatever way that happens: standard input is a pipe
 * from the parent, and a pipe ends with the process that holds it. The system arranges this before the first instruction
 * of the child, so no moment is left in which a killed parent leaves the child behind.
 */
public final class EndsWithParent {

    private static final long ORDERLY_STOP_SECONDS = 10;

    private EndsWithParent() {}

    /** Runs the main class that the first argument names, with the other arguments. */
    public static void main(String[] args) throws ReflectiveOperationException {
        // Waits from the start, because a JVM that is out of memory may not get another thread.
        CountDownLatch parentEnded = new CountDownLatch(1);
        startDaemon("halt", () -> haltAfter(parentEnded));
        startDaemon("watch-parent", () -> {
            awaitEndOfInput();
            parentEnded.countDown();
            System.exit(0);
        });
        try {
            Class.forName(args[0]).getMethod("main", String[].class).invoke(null, (Object)
                    Arrays.copyOfRange(args, 1, args.length));
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(args[0] + " failed", e.getCause());
        }
    }

    private static void awaitEndOfInput() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // A broken pipe tells the same as its end.
        }
    }

    private static void haltAfter(CountDownLatch parentEnded) {
        try {
            parentEnded.await();
            new CountDownLatch(1).await(ORDERLY_STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(1);
    }

    private static void startDaemon(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }
}
