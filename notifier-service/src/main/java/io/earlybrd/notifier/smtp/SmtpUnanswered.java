package io.earlybrd.notifier.smtp;

/** A server was sent a mail and did not say whether it took it: it may have, so that another attempt may double it. */
public final class SmtpUnanswered extends Exception {

    private static final long serialVersionUID = 1;

    /** @param cause what ended the connection */
    public SmtpUnanswered(Throwable cause) {
        super("no answer to the mail", cause);
    }
}
