package io.earlybrd.scraper.provider;

/** The answer is not of the form that the adapter was written for. */
public final class UnexpectedShape extends RuntimeException {

    private static final long serialVersionUID = 1;

    public UnexpectedShape(String message) {
        super(message);
    }
}
