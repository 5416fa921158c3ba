package io.earlybrd.notifier.mail;

/** Where a mail is on its way. */
enum MailState {
    /** It waits for its time. */
    QUEUED("queued"),
    /** An instance has it, until its lease ends. */
    SENDING("sending"),
    /** The other server has taken it. */
    SENT("sent"),
    /** Nothing of it may be sent any more. */
    CANCELLED("cancelled"),
    /** It was refused for good, or given up. */
    BOUNCED("bounced");

    private final String word;

    MailState(String word) {
        this.word = word;
    }

    /** The word for it in the database. */
    String word() {
        return word;
    }
}
