package io.earlybrd.local;

/** The system cannot start, or go on; the message is for the person who started it and says what to do. */
public final class StartFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** A failure that the message explains in full. */
    public StartFailure(String message) {
        super(message);
    }

    /** A failure with the cause that the message names. */
    public StartFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
