package io.earlybrd.notifier.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What one attempt has led to.
 *
 * @param mail the mail, as it was claimed
 * @param state its state from now on
 * @param problem why it was not sent, in one word
 * @param pause how long it waits, if it is queued again
 * @param heldUntil the end of that pause, if its recipient and no server wants it
 */
record Settlement(
        QueuedMail mail, MailState state, Optional<String> problem, Duration pause, Optional<Instant> heldUntil) {

    static Settlement sent(QueuedMail mail) {
        return ended(mail, MailState.SENT, Optional.empty());
    }

    static Settlement cancelled(QueuedMail mail, String problem) {
        return ended(mail, MailState.CANCELLED, Optional.of(problem));
    }

    static Settlement bounced(QueuedMail mail, String problem) {
        return ended(mail, MailState.BOUNCED, Optional.of(problem));
    }

    static Settlement again(QueuedMail mail, String problem, Duration pause) {
        return new Settlement(mail, MailState.QUEUED, Optional.of(problem), pause, Optional.empty());
    }

    static Settlement held(QueuedMail mail, String why, Instant now, Instant until) {
        return new Settlement(
                mail, MailState.QUEUED, Optional.of(why), Duration.between(now, until), Optional.of(until));
    }

    private static Settlement ended(QueuedMail mail, MailState state, Optional<String> problem) {
        return new Settlement(mail, state, problem, Duration.ZERO, Optional.empty());
    }
}
