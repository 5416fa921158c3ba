package io.earlybrd.account.web;

/** More work waits than can be done soon; the caller is told to come back, so that those before it are served. */
public class TooBusy extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TooBusy(String message) {
        super(message);
    }
}
