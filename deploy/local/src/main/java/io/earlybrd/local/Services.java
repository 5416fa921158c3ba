package io.earlybrd.local;

import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/** The processes of the services that run on this machine. */
final class Services implements AutoCloseable {

    /** Far longer than a start takes on a busy machine, be it one with a million alerts to read. */
    private static final Duration READY_WITHIN = Duration.ofMinutes(10);

    /** What was under way is done again after the next start, so a service that hangs may be killed early. */
    private static final Duration STOP_WITHIN = Duration.ofSeconds(8);

    private final Map<Service, ServiceProcess> processes = new EnumMap<>(Service.class);
    private volatile boolean closed;

    /** Takes the services in hand; none is started yet. */
    Services(Map<Service, Launch> launches, Ports ports) {
        launches.forEach((service, launch) -> {
            URI management = URI.create("http://127.0.0.1:" + ports.management(service));
            processes.put(service, new ServiceProcess(service.label(), launch, () -> Health.ready(management)));
        });
    }

    /** The process of one service. */
    ServiceProcess of(Service service) {
        ServiceProcess process = processes.get(service);
        if (process == null) {
            throw new IllegalArgumentException(service.label() + " is not part of this system");
        }
        return process;
    }

    /** Those that are part of the system. */
    Collection<Service> all() {
        return processes.keySet();
    }

    /** Starts all at once and waits until each is ready, or until the first has failed. */
    void startAll(Progress progress) {
        CompletableFuture<Void> outcome = new CompletableFuture<>();
        List<CompletableFuture<Void>> starts =
                inParallel(process -> progress.during(process.name(), () -> start(process)));
        starts.forEach(start -> start.exceptionally(failure -> {
            outcome.completeExceptionally(failure);
            return null;
        }));
        all(starts).thenRun(() -> outcome.complete(null));
        try {
            outcome.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof StartFailure failure) {
                throw failure;
            }
            throw e;
        }
    }

    /** Starts one and waits until it is ready. */
    void start(ServiceProcess process) {
        requireOpen(process);
        process.start();
        if (closed) {
            // Whoever stopped all before the line above saw no process.
            stop(process);
        }
        requireOpen(process);
        process.awaitReady(READY_WITHIN);
    }

    private void requireOpen(ServiceProcess process) {
        if (closed) {
            throw new StartFailure("The system was stopped before the " + process.name() + " service was ready.");
        }
    }

    /** Stops one in order. */
    void stop(ServiceProcess process) {
        process.stop(STOP_WITHIN);
    }

    /** Stops all at once, for good. */
    @Override
    public void close() {
        closed = true;
        all(inParallel(this::stop)).join();
    }

    private List<CompletableFuture<Void>> inParallel(Consumer<ServiceProcess> task) {
        return processes.values().stream()
                .map(process -> CompletableFuture.runAsync(() -> task.accept(process), Services::onNewThread))
                .toList();
    }

    private static CompletableFuture<Void> all(List<CompletableFuture<Void>> tasks) {
        return CompletableFuture.allOf(tasks.toArray(CompletableFuture[]::new));
    }

    private static void onNewThread(Runnable task) {
        Thread thread = new Thread(task, "service");
        thread.setDaemon(true);
        thread.start();
    }
}
