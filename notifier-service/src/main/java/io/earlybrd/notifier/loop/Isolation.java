package io.earlybrd.notifier.loop;

import io.earlybrd.events.consume.Outage;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * Keeps one thing that cannot be worked on from holding up the others: when a batch has failed, what is due is taken one by one for
 * a while, and what fails alone is put off. In an outage nothing is put off, for it is no fault of anything.
 */
public final class Isolation {

    /** What was put off because it could not be worked on, by the loop that met it. */
    static final String PUT_OFF = "earlybrd.loop.put.off";

    private final String name;
    private final IntFunction<Uni<Boolean>> round;
    private final Function<UUID, Uni<?>> putOff;
    private final Counter count;
    private final AtomicInteger alone = new AtomicInteger();

    /**
     * @param name of the loop, for log and metrics
     * @param round works on at most so many things in one transaction; fails with {@link BatchFailed} if it could not
     * @param putOff has one of them looked at later
     */
    public Isolation(
            String name, MeterRegistry registry, IntFunction<Uni<Boolean>> round, Function<UUID, Uni<?>> putOff) {
        this.name = name;
        this.round = round;
        this.putOff = putOff;
        this.count = counterOf(name, registry);
    }

    /** Counts what a loop puts off. */
    public static Counter counterOf(String loop, MeterRegistry registry) {
        return Counter.builder(PUT_OFF)
                .description("Things that could not be worked on and are tried again later")
                .tag("loop", loop)
                .register(registry);
    }

    /** One round with at most so many things; true if there may be more. */
    public Uni<Boolean> run(int limit) {
        boolean one = alone.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
        return round.apply(one ? 1 : limit)
                .onFailure(failure -> failure instanceof BatchFailed && !Outage.causedBy(failure))
                .recoverWithUni(failure -> failed((BatchFailed) failure));
    }

    private Uni<Boolean> failed(BatchFailed batch) {
        int size = batch.ids().size();
        if (size > 1) {
            alone.set(size);
            return Uni.createFrom().item(true);
        }
        UUID id = batch.ids().get(0);
        Log.errorf(batch.getCause(), "%s cannot work on one thing, which is put off id=%s", name, id);
        count.increment();
        return putOff.apply(id).replaceWith(true);
    }
}
