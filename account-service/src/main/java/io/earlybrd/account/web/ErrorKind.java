package io.earlybrd.account.web;

/** The pages that say that something did not work, one for each thing that a reader can do about it. */
enum ErrorKind {
    NOT_FOUND(
            404,
            "Page not found",
            "There is no page here",
            "The address may be mistyped, or the alert or job it pointed to is gone."),
    FORBIDDEN(
            403,
            "Not accepted",
            "This form did not come from here",
            "Nothing was changed. If you sent it yourself, the page was open for too long: go back, load it again and send"
                    + " it once more."),
    METHOD_NOT_ALLOWED(
            405,
            "Not accepted",
            "This address does not work like that",
            "Nothing was changed. Start from one of these pages."),
    TOO_LARGE(
            413,
            "Too large",
            "That is more than we take",
            "Nothing was changed. Shorten what you typed and send it again."),
    BAD_REQUEST(
            400,
            "Not readable",
            "We could not read that request",
            "Nothing was changed. Start from one of these pages."),
    BUSY(
            503,
            "Busy",
            "Too many people are logging in at once",
            "Nothing was changed. Wait a minute and try again; alerts are mailed as usual."),
    UNAVAILABLE(
            503,
            "Not just now",
            "We cannot get at your data just now",
            "Nothing was changed and nothing is lost. Try again in a minute; what can be mailed is mailed."),
    BROKEN(
            500,
            "Something broke",
            "Something broke on our side",
            "Your alerts are not touched by this; mails go out as usual. The fault is logged.");

    private final int status;
    private final String title;
    private final String heading;
    private final String text;

    ErrorKind(int status, String title, String heading, String text) {
        this.status = status;
        this.title = title;
        this.heading = heading;
        this.text = text;
    }

    /** The page for a status that something else decided on. */
    static ErrorKind of(int status) {
        for (ErrorKind kind : values()) {
            if (kind.status == status) {
                return kind;
            }
        }
        return status >= BROKEN.status ? BROKEN : BAD_REQUEST;
    }

    /** HTTP status. */
    public int status() {
        return status;
    }

    /** Title of the page. */
    public String title() {
        return title;
    }

    /** Heading of the page. */
    public String heading() {
        return heading;
    }

    /** What happened, and what to do. */
    public String text() {
        return text;
    }

    /** Whether it passes by itself. */
    boolean passes() {
        return this == BUSY || this == UNAVAILABLE;
    }

    /** Whether the fault is ours. */
    public boolean ours() {
        return status >= BROKEN.status;
    }
}
