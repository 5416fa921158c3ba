package io.earlybrd.notifier.mail;

import io.earlybrd.events.consume.Outage;
import io.micrometer.core.instrument.Counter;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Collects the results of attempts while the last ones are being written, and writes them together: under load many mails share a
 * commit, and a single one waits for nobody. While the database is away results are kept and tried again. One that cannot be written
 * for another reason is put off, so that it holds up no other. Confined to one event loop.
 */
final class ResultWriter {

    private static final Duration TRY_AGAIN_AFTER = Duration.ofMillis(200);
    private static final Duration PUT_OFF_FOR = Duration.ofMinutes(1);

    private final Vertx vertx;
    private final Context context;
    private final Function<List<Attempt>, Uni<Void>> write;
    private final Consumer<Attempt> written;
    private final Counter putOff;
    private final List<Attempt> collected = new ArrayList<>();

    private boolean writing;
    private int alone;
    private volatile boolean behind;

    /**
     * @param write writes results, all or none
     * @param written told of each attempt once its result is committed
     * @param putOff counts the results that were put off
     */
    ResultWriter(
            Vertx vertx,
            Context context,
            Function<List<Attempt>, Uni<Void>> write,
            Consumer<Attempt> written,
            Counter putOff) {
        this.vertx = vertx;
        this.context = context;
        this.write = write;
        this.written = written;
        this.putOff = putOff;
    }

    /** Whether the last results could not be written, so that it is not known whether the next ones can. */
    boolean isBehind() {
        return behind;
    }

    void add(Attempt attempt) {
        collected.add(attempt);
        writeNext();
    }

    private void writeNext() {
        if (writing || collected.isEmpty()) {
            return;
        }
        writing = true;
        List<Attempt> next = collected.subList(0, alone > 0 ? 1 : collected.size());
        List<Attempt> batch = List.copyOf(next);
        next.clear();
        alone = Math.max(0, alone - 1);
        Uni.createFrom()
                .deferred(() -> write.apply(batch))
                .subscribe()
                .with(
                        done -> context.runOnContext(now -> committed(batch)),
                        failure -> context.runOnContext(now -> failed(batch, failure)));
    }

    private void committed(List<Attempt> batch) {
        goOn();
        batch.forEach(written);
        writeNext();
    }

    private void failed(List<Attempt> batch, Throwable failure) {
        boolean outage = Outage.causedBy(failure);
        if (batch.size() == 1 && !outage) {
            putOff(batch.get(0), failure);
            return;
        }
        Log.warnf(failure, "results of mails cannot be written, they are kept and tried again mails=%d", batch.size());
        behind = true;
        alone = outage ? 0 : batch.size();
        collected.addAll(0, batch);
        vertx.setTimer(
                TRY_AGAIN_AFTER.toMillis(),
                timer -> context.runOnContext(now -> {
                    writing = false;
                    writeNext();
                }));
    }

    /** Its mail stays under way until then, and so is not sent again. */
    private void putOff(Attempt attempt, Throwable failure) {
        Log.errorf(
                failure,
                "the result of a mail cannot be written, it is kept and put off mailId=%s",
                attempt.mail().mail().mailId());
        putOff.increment();
        vertx.setTimer(PUT_OFF_FOR.toMillis(), timer -> context.runOnContext(now -> add(attempt)));
        goOn();
        writeNext();
    }

    private void goOn() {
        writing = false;
        behind = false;
    }
}
