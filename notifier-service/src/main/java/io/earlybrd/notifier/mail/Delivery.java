package io.earlybrd.notifier.mail;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** One attempt to deliver a mail: writes its letter and hands it over. */
@ApplicationScoped
class Delivery {

    private final Letters letters;
    private final SmtpTransport transport;
    private final MailTrace trace;
    private final MailMetrics metrics;

    Delivery(Letters letters, SmtpTransport transport, MailTrace trace, MailMetrics metrics) {
        this.letters = letters;
        this.transport = transport;
        this.trace = trace;
        this.metrics = metrics;
    }

    /** Attempts it; never fails. */
    Uni<Attempt> attempt(ReadyMail ready) {
        return Uni.createFrom()
                .deferred(() -> trace.in(ready, () -> transport.send(letters.of(ready))))
                .onFailure()
                .recoverWithItem(failure -> unwritable(ready, failure))
                .map(outcome -> new Attempt(ready, outcome))
                .invoke(metrics::attempted);
    }

    /** A letter that cannot be written is a fault of ours: the mail waits for the repair. */
    private static SmtpOutcome unwritable(ReadyMail ready, Throwable failure) {
        Log.errorf(failure, "mail cannot be written mailId=%s", ready.mail().mailId());
        return new SmtpOutcome.Deferred("unwritable");
    }
}
