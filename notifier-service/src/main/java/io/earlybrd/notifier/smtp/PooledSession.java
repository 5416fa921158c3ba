package io.earlybrd.notifier.smtp;

import io.vertx.core.Future;
import java.time.Duration;

/** A session with the server that serves one mail after another. Confined to its event loop. */
final class PooledSession {

    /** Less than the idle time after which servers hang up, which is often a minute. */
    private static final Duration KEPT_IDLE = Duration.ofSeconds(20);

    /** Some servers give up on a session after a hundred mails. */
    private static final int MAX_MAILS = 100;

    private static final int CLOSING = 421;

    private final SmtpConnection connection;
    private final SmtpDialogue dialogue;
    private int mails;
    private long idleSince;
    private boolean reusable;

    PooledSession(SmtpConnection connection, SmtpSettings settings) {
        this.connection = connection;
        this.dialogue = new SmtpDialogue(connection, settings);
    }

    Future<Void> begin() {
        return dialogue.begin().onFailure(failure -> close());
    }

    /** Hands a mail over; a refusal of the mail leaves the session usable. */
    Future<Void> deliver(SmtpMessage message) {
        reusable = false;
        mails++;
        return dialogue.deliver(message)
                .onSuccess(done -> keep())
                .recover(failure -> isRefusalOfTheMail(failure)
                        ? dialogue.reset().onSuccess(done -> keep()).transform(done -> Future.failedFuture(failure))
                        : Future.failedFuture(failure));
    }

    /** Whether the server took the last mail's sender: from then on the mail may have been sent. */
    boolean hasBegun() {
        return dialogue.hasBegun();
    }

    boolean isReusable() {
        return reusable && connection.isOpen() && mails < MAX_MAILS;
    }

    boolean isFresh() {
        return connection.isOpen() && System.nanoTime() - idleSince < KEPT_IDLE.toNanos();
    }

    void close() {
        connection.quit();
    }

    private void keep() {
        reusable = true;
        idleSince = System.nanoTime();
    }

    private static boolean isRefusalOfTheMail(Throwable failure) {
        return failure instanceof SmtpRefusal refusal
                && refusal.stage() != SmtpRefusal.Stage.SESSION
                && refusal.code() != CLOSING;
    }
}
