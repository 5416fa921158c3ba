package io.earlybrd.scraper.provider;

/** No board of the provider can have this name; the message says why, fit for whoever gave it. */
public final class InvalidBoard extends RuntimeException {

    private static final long serialVersionUID = 1;

    public InvalidBoard(String message) {
        super(message);
    }
}
