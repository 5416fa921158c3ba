package io.earlybrd.events;

/** A record that is not an event of the contract. Trying again does not help. */
public final class UnreadableEvent extends RuntimeException {

    private static final long serialVersionUID = 1;

    public UnreadableEvent(String message, Throwable cause) {
        super(message, cause);
    }
}
