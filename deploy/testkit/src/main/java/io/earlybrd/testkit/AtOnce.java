package io.earlybrd.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Does things at the same time. Each has a thread of its own, since the common pool has a single one on a small machine, and since
 * its threads do not know the class loader of the application under test.
 */
public final class AtOnce {

    /** Far longer than anything that a test does at once. */
    private static final Duration ALL_WITHIN = Duration.ofMinutes(5);

    private AtOnce() {}

    /** Does something so many times at once, told the number of the time from 0; gives the results in that order. */
    public static <T> List<T> times(int count, IntFunction<T> task) {
        return all(IntStream.range(0, count)
                .<Callable<T>>mapToObj(i -> () -> task.apply(i))
                .toList());
    }

    /**
     * Does all of these at once; gives the results in their order.
     *
     * @throws IllegalStateException if one of them failed, with its exception as the cause, or is not done in five minutes
     */
    public static <T> List<T> all(List<? extends Callable<T>> tasks) {
        ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> done : threads.invokeAll(tasks, ALL_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                results.add(done.get());
            }
            return results;
        } catch (CancellationException e) {
            throw new IllegalStateException("not all was done within " + ALL_WITHIN.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }
}
