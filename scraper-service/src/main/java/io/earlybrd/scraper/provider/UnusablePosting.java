package io.earlybrd.scraper.provider;

/** One listing lacks what every job needs; the others of its board are not touched by that. */
public final class UnusablePosting extends RuntimeException {

    private static final long serialVersionUID = 1;

    public UnusablePosting(String message) {
        super(message);
    }
}
