package io.earlybrd.matcher.job;

import io.earlybrd.events.consume.ProcessEnd;
import io.earlybrd.events.consume.Unquoted;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * One lane for each partition: what is in a lane is done one after the other, and the lanes side by side, by a few threads. Work that
 * waits holds no thread. What is under way is bounded by its bytes.
 */
@ApplicationScoped
public class JobLanes {

    /** Some 1,600 jobs of 5 KB: enough that the broker's answers need not be waited for, and little for a heap of 64 MB. */
    static final int MOST_BYTES = 8 * 1024 * 1024;

    /** With one, a job for everybody would hold up all lanes. */
    private static final int LEAST_THREADS = 2;

    private final JobMetrics metrics;
    private final ProcessEnd end;
    private final ExecutorService workers;
    private final Map<Integer, CompletableFuture<Void>> tails = new HashMap<>();
    private CompletableFuture<Void> room = CompletableFuture.completedFuture(null);
    private int bytesUnderWay;

    JobLanes(JobMetrics metrics, ProcessEnd end) {
        this.metrics = metrics;
        this.end = end;
        AtomicInteger number = new AtomicInteger();
        workers = Executors.newFixedThreadPool(
                Math.max(LEAST_THREADS, Runtime.getRuntime().availableProcessors()), work -> {
                    Thread thread = new Thread(work, "match-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /** Puts work behind what is in the lane of a partition; it must not fail. */
    synchronized void add(int partition, int bytes, Supplier<Uni<Void>> work) {
        bytesUnderWay += bytes;
        if (bytesUnderWay > MOST_BYTES && room.isDone()) {
            room = new CompletableFuture<>();
        }
        CompletableFuture<Void> tail = tails.getOrDefault(partition, CompletableFuture.completedFuture(null))
                .thenCompose(before -> work.get().subscribeAsCompletionStage());
        tails.put(partition, tail);
        Runnable done = metrics.underWay();
        tail.whenComplete((nothing, failure) -> {
            if (failure == null) {
                done.run();
                remove(bytes);
            } else {
                broken(failure);
            }
        });
    }

    /** Done when no more is under way than may be. */
    synchronized Uni<Void> room() {
        return Uni.createFrom().completionStage(room);
    }

    /**
     * Waits until no job is under way, for what should not take time from them; at most so long, so that it goes on under any load.
     * Not to be called on an event loop.
     */
    public synchronized void letPass(Duration most) {
        long end = System.nanoTime() + most.toNanos();
        try {
            for (long left = most.toNanos(); bytesUnderWay > 0 && left > 0; left = end - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Does something on one of the threads. */
    <T> Uni<T> run(Supplier<Uni<? extends T>> work) {
        return Uni.createFrom().deferred(work).runSubscriptionOn(workers);
    }

    Executor workers() {
        return workers;
    }

    @PreDestroy
    void close() {
        workers.shutdownNow();
    }

    private void remove(int bytes) {
        CompletableFuture<Void> opened;
        synchronized (this) {
            bytesUnderWay -= bytes;
            if (bytesUnderWay == 0) {
                notifyAll();
            }
            if (bytesUnderWay > MOST_BYTES) {
                return;
            }
            opened = room;
        }
        opened.complete(null);
    }

    /** Outages are waited for and poison is put aside, so this is something that nobody thought of. */
    private void broken(Throwable failure) {
        if (!workers.isShutdown()) {
            Log.errorf(Unquoted.of(failure), "the service ends, to be started again, since it cannot go on in jobs");
            end.begin();
        }
    }
}
