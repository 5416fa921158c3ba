package io.earlybrd.notifier.mail;

import io.earlybrd.notifier.database.Transactions;
import io.earlybrd.notifier.loop.Isolation;
import io.earlybrd.notifier.loop.Loop;
import io.earlybrd.notifier.loop.LoopConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/**
 * Sends what is queued, a bounded number of mails at a time, whenever it is woken and at intervals. Any number of instances may do
 * so at the same time.
 */
@ApplicationScoped
public class Sender {

    private static final String NAME = "sending";

    /** Less than {@code quarkus.shutdown.timeout}; what is not through by then is resumed when its lease ends. */
    private static final Duration FINISH_WITHIN = Duration.ofSeconds(5);

    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    private final Vertx vertx;
    private final Context context;
    private final Transactions transactions;
    private final Release release;
    private final Isolation isolation;
    private final Delivery delivery;
    private final UnderWay underWay;
    private final ResultWriter results;
    private final Loop loop;

    Sender(
            Vertx vertx,
            Transactions transactions,
            Release release,
            MailQueue queue,
            Delivery delivery,
            UnderWay underWay,
            Results results,
            LoopConfig loops,
            MeterRegistry registry) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.transactions = transactions;
        this.release = release;
        this.delivery = delivery;
        this.underWay = underWay;
        this.results = new ResultWriter(
                vertx,
                context,
                attempts -> transactions.run(() -> results.write(attempts)),
                this::settled,
                Isolation.counterOf("results", registry));
        this.isolation =
                new Isolation(NAME, registry, this::release, mailId -> transactions.run(() -> queue.putOff(mailId)));
        this.loop = new Loop(NAME, loops.poll(), vertx, context, this::round);
    }

    /** There is something new to send. */
    public void wake() {
        loop.wake();
    }

    void start(@Observes StartupEvent event) {
        loop.start();
        vertx.setPeriodic(underWay.renewEvery().toMillis(), timer -> renew());
    }

    /** Takes no new mail, and gives those under way a moment to end. */
    void stop(@Observes ShutdownEvent event) {
        loop.stop();
        try {
            Multi.createFrom()
                    .ticks()
                    .every(LOOK_EVERY)
                    .onOverflow()
                    .drop()
                    .filter(tick -> underWay.isEmpty())
                    .toUni()
                    .await()
                    .atMost(FINISH_WITHIN);
        } catch (TimeoutException e) {
            Log.info("stopped while mails were under way; they are resumed when their leases end");
        }
    }

    /**
     * Lets mails go and starts to send them; true if there may be more that can be sent at once. None goes while results cannot be
     * written: it would be one more whose result may be lost, so that it is sent twice.
     */
    private Uni<Boolean> round() {
        int free = underWay.free();
        if (free <= 0 || results.isBehind()) {
            return Uni.createFrom().item(false);
        }
        return isolation.run(free);
    }

    private Uni<Boolean> release(int limit) {
        return transactions.run(() -> release.take(limit)).map(released -> {
            released.ready().forEach(this::send);
            return released.claimed() == limit;
        });
    }

    private void send(ReadyMail ready) {
        underWay.add(ready.mail());
        delivery.attempt(ready).subscribe().with(attempt -> context.runOnContext(now -> results.add(attempt)));
    }

    private void settled(Attempt attempt) {
        underWay.remove(attempt.mail().mail());
        loop.wake();
    }

    private void renew() {
        underWay.renew()
                .subscribe()
                .with(renewed -> {}, failure -> Log.warn("leases of mails cannot be renewed now", failure));
    }
}
