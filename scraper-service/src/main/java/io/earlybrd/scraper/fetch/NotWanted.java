package io.earlybrd.scraper.fetch;

/** Whoever asked for a page does not want it any more. Has no stack trace: it is no fault of our code. */
public abstract class NotWanted extends RuntimeException {

    private static final long serialVersionUID = 1;

    protected NotWanted(String message) {
        super(message, null, false, false);
    }
}
