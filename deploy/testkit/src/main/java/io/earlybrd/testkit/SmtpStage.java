package io.earlybrd.testkit;

/** A point of an SMTP dialogue at which the server answers. */
public enum SmtpStage {
    /** The greeting of a new connection. */
    CONNECT,
    /** {@code EHLO} and {@code HELO}. */
    HELLO,
    STARTTLS,
    AUTH,
    MAIL,
    RCPT,
    /** The command that asks for leave to send the mail. */
    DATA,
    /** The mail itself: what is answered after its last line. */
    CONTENT,
    QUIT
}
