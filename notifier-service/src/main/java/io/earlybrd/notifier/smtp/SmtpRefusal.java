package io.earlybrd.notifier.smtp;

/** A server answered with 4xx or 5xx. */
public final class SmtpRefusal extends Exception {

    private static final long serialVersionUID = 1;

    /** The part of the dialogue that was refused. */
    public enum Stage {
        /** Greeting, EHLO, STARTTLS, AUTH. */
        SESSION,
        SENDER,
        RECIPIENT,
        /** The command that asks for leave to send the mail, and the mail itself. */
        MESSAGE
    }

    private final Stage stage;
    private final int code;
    private final String text;

    /**
     * @param stage what was refused
     * @param code the three digits
     * @param text what the server said
     */
    public SmtpRefusal(Stage stage, int code, String text) {
        super(stage + " refused with " + code, null, false, false);
        this.stage = stage;
        this.code = code;
        this.text = text;
    }

    /** What was refused. */
    public Stage stage() {
        return stage;
    }

    /** The three digits. */
    public int code() {
        return code;
    }

    /** What the server said; never shown or logged, for it may quote the address. */
    public String text() {
        return text;
    }
}
