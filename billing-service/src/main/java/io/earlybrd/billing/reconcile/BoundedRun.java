package io.earlybrd.billing.reconcile;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** A run of background work that begins nothing more once its time is over. Begins when it is made. */
public final class BoundedRun {

    private final Clock clock;
    private final Instant end;

    /** @param longest how long the run may begin something new */
    public BoundedRun(Clock clock, Duration longest) {
        this.clock = clock;
        this.end = clock.instant().plus(longest);
    }

    /** Whether its time is over. */
    public boolean over() {
        return !clock.instant().isBefore(end);
    }

    /**
     * Does something with each item, one after the other.
     *
     * @return the items that were not begun
     */
    public <T> Uni<List<T>> each(Collection<T> items, Function<T, Uni<Void>> work) {
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .transformToUniAndConcatenate(item ->
                        over() ? Uni.createFrom().item(item) : work.apply(item).replaceWith((T) null))
                .collect()
                .asList();
    }
}
