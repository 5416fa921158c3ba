package io.earlybrd.notifier.smtp;

import java.time.Duration;

/**
 * How long a server may take for a part of the dialogue, from its first command to its last answer: a server that sends a byte now
 * and then gets no more time than one that is silent. A quarter of an hour in all.
 *
 * @param session greeting, encryption and log-in
 * @param envelope sender, recipient and the leave to send; nothing has been sent by then, so that giving up doubles nothing
 * @param content the mail and the answer to it; RFC 5321 (section 4.5.3.2.6) asks for these 10 minutes, since giving up earlier
 *     makes doubles
 */
record SmtpLimits(Duration session, Duration envelope, Duration content) {

    static final SmtpLimits STANDARD =
            new SmtpLimits(Duration.ofMinutes(1), Duration.ofMinutes(4), Duration.ofMinutes(10));
}
