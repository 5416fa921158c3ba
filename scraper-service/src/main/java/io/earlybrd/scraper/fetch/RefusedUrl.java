package io.earlybrd.scraper.fetch;

/** A text that is no address we would ever ask. The message names the rule, not the address. */
public final class RefusedUrl extends RuntimeException {

    private static final long serialVersionUID = 1;

    public RefusedUrl(String message) {
        super(message);
    }
}
