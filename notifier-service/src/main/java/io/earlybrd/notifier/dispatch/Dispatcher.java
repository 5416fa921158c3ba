package io.earlybrd.notifier.dispatch;

import io.earlybrd.notifier.database.Transactions;
import io.earlybrd.notifier.ledger.DueSubscribers;
import io.earlybrd.notifier.ledger.MatchesRecorded;
import io.earlybrd.notifier.loop.Isolation;
import io.earlybrd.notifier.loop.Loop;
import io.earlybrd.notifier.loop.LoopConfig;
import io.earlybrd.notifier.mail.Sender;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Dispatches whenever matches were recorded, and at intervals. Any number of instances may do so at the same time. */
@ApplicationScoped
public class Dispatcher {

    private static final String NAME = "dispatch";

    private final Transactions transactions;
    private final Dispatch dispatch;
    private final DispatchConfig config;
    private final Sender sender;
    private final Isolation isolation;
    private final Loop loop;

    Dispatcher(
            Vertx vertx,
            Transactions transactions,
            Dispatch dispatch,
            DueSubscribers due,
            DispatchConfig config,
            LoopConfig loops,
            Sender sender,
            MeterRegistry registry) {
        this.transactions = transactions;
        this.dispatch = dispatch;
        this.config = config;
        this.sender = sender;
        this.isolation = new Isolation(
                NAME, registry, this::decide, subscriberId -> transactions.run(() -> due.putOff(subscriberId)));
        this.loop = new Loop(NAME, loops.poll(), vertx, vertx.getOrCreateContext(), this::round);
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
        return isolation.run(config.batch());
    }

    private Uni<Boolean> decide(int subscribers) {
        return transactions
                .run(() -> dispatch.round(subscribers))
                .invoke(decided -> {
                    if (decided > 0) {
                        sender.wake();
                    }
                })
                .map(decided -> decided > 0);
    }
}
