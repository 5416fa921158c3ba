package io.earlybrd.notifier.mail;

import io.earlybrd.notifier.database.Transactions;
import io.quarkus.logging.Log;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Collects the results of attempts while the last ones are being written, and writes them together: under load many mails share a
 * commit, and a single one waits for nobody. While the database is away results are kept and tried again. Confined to one event
 * loop.
 */
final class ResultWriter {

    private static final Duration TRY_AGAIN_AFTER = Duration.ofMillis(200);

    private final Vertx vertx;
    private final Context context;
    private final Transactions transactions;
    private final Results results;
    private final Consumer<Attempt> written;

    private List<Attempt> collected = new ArrayList<>();
    private boolean writing;

    /** @param written told of each attempt once its result is committed */
    ResultWriter(Vertx vertx, Context context, Transactions transactions, Results results, Consumer<Attempt> written) {
        this.vertx = vertx;
        this.context = context;
        this.transactions = transactions;
        this.results = results;
        this.written = written;
    }

    void add(Attempt attempt) {
        collected.add(attempt);
        write();
    }

    private void write() {
        if (writing || collected.isEmpty()) {
            return;
        }
        writing = true;
        List<Attempt> batch = collected;
        collected = new ArrayList<>();
        transactions
                .run(() -> results.write(batch))
                .subscribe()
                .with(
                        done -> context.runOnContext(now -> committed(batch)),
                        failure -> context.runOnContext(now -> failed(batch, failure)));
    }

    private void committed(List<Attempt> batch) {
        writing = false;
        batch.forEach(written);
        write();
    }

    private void failed(List<Attempt> batch, Throwable failure) {
        Log.warnf(failure, "results of mails cannot be written, they are kept and tried again mails=%d", batch.size());
        batch.addAll(collected);
        collected = batch;
        vertx.setTimer(
                TRY_AGAIN_AFTER.toMillis(),
                timer -> context.runOnContext(now -> {
                    writing = false;
                    write();
                }));
    }
}
