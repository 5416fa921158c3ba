package io.earlybrd.testkit.stripe;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;

/** The one account of the stand-in: its objects, its time, and what must happen around every change. */
final class Account {

    private final Store store;
    private final Clock clock;
    private final ApiVersion version;
    private final Events events;
    private final DueWork dueWork;
    private final WebhookSender sender;

    Account(Store store, Clock clock, ApiVersion version, Events events, DueWork dueWork, WebhookSender sender) {
        this.store = store;
        this.clock = clock;
        this.version = version;
        this.events = events;
        this.dueWork = dueWork;
        this.sender = sender;
    }

    Store store() {
        return store;
    }

    ApiVersion version() {
        return version;
    }

    /** In whole seconds, as all times of the API are. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /** Does what became due until a time. */
    void catchUp(Instant now) {
        dueWork.run(now);
        sender.wake();
    }

    /** A change that a request asks for; its events name the request. */
    <T> T change(ApiRequest request, Supplier<T> work) {
        T result = store.change(() -> {
            events.causedBy(request.id(), request.idempotencyKey().orElse(null));
            try {
                return work.get();
            } finally {
                events.causedBy(null, null);
            }
        });
        catchUp(now());
        return result;
    }

    /** A change that somebody makes on a page. */
    <T> T change(Supplier<T> work) {
        T result = store.change(work);
        catchUp(now());
        return result;
    }
}
