package io.earlybrd.notifier.dispatch;

import io.earlybrd.notifier.database.Transactions;
import io.earlybrd.notifier.ledger.MatchesRecorded;
import io.earlybrd.notifier.loop.Loop;
import io.earlybrd.notifier.mail.Sender;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Dispatches whenever matches were recorded, and every second. Any number of instances may do so at the same time. */
@ApplicationScoped
public class Dispatcher {

    private final Transactions transactions;
    private final Dispatch dispatch;
    private final DispatchConfig config;
    private final Sender sender;
    private final Loop loop;

    Dispatcher(Vertx vertx, Transactions transactions, Dispatch dispatch, DispatchConfig config, Sender sender) {
        this.transactions = transactions;
        this.dispatch = dispatch;
        this.config = config;
        this.sender = sender;
        this.loop = new Loop("dispatch", vertx, vertx.getOrCreateContext(), this::round);
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    void wake(@Observes MatchesRecorded recorded) {
        loop.wake();
    }

    /** One round; true if there was something, so that there may be more. */
    Uni<Boolean> round() {
        return transactions
                .run(() -> dispatch.round(config.batch()))
                .invoke(decided -> {
                    if (decided > 0) {
                        sender.wake();
                    }
                })
                .map(decided -> decided > 0);
    }
}
