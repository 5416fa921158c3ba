package io.earlybrd.matcher.topic;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Does something with each of several things, a few at a time, and is done only when nothing of it is under way any more. */
final class SideBySide implements AutoCloseable {

    private final int count;
    private final ExecutorService threads;

    /**
     * @param count how many at a time
     * @param name of the threads
     */
    SideBySide(int count, String name) {
        this.count = count;
        threads = Executors.newFixedThreadPool(count, task -> {
            Thread thread = new Thread(task, name + "-part");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Also when one fails the others are finished; then its failure is thrown. */
    <T> void run(Collection<T> things, Consumer<T> task) {
        if (count == 1 || things.size() == 1) {
            // Almost always so once a topic is read to its end: not worth a change of threads.
            things.forEach(task);
            return;
        }
        try {
            List<Future<Object>> done = threads.invokeAll(things.stream()
                    .map(thing -> Executors.callable(() -> task.accept(thing)))
                    .toList());
            for (Future<Object> one : done) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw unwrapped(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted, though nobody should", e);
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }

    /** A runnable has no other failures than these. */
    private static RuntimeException unwrapped(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return (RuntimeException) failure;
    }
}
