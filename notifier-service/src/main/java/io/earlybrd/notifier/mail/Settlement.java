package io.earlybrd.notifier.mail;

import java.time.Duration;
import java.util.Optional;

/**
 * What one attempt has led to.
 *
 * @param mail the mail, as it was claimed
 * @param state its state from now on
 * @param problem why it was not sent, in one word
 * @param pause how long it waits, if it is queued again
 */
record Settlement(QueuedMail mail, MailState state, Optional<String> problem, Duration pause) {

    static Settlement sent(QueuedMail mail) {
        return new Settlement(mail, MailState.SENT, Optional.empty(), Duration.ZERO);
    }

    static Settlement cancelled(QueuedMail mail, String problem) {
        return new Settlement(mail, MailState.CANCELLED, Optional.of(problem), Duration.ZERO);
    }

    static Settlement bounced(QueuedMail mail, String problem) {
        return new Settlement(mail, MailState.BOUNCED, Optional.of(problem), Duration.ZERO);
    }

    static Settlement again(QueuedMail mail, String problem, Duration pause) {
        return new Settlement(mail, MailState.QUEUED, Optional.of(problem), pause);
    }
}
