package io.earlybrd.events.consume;

import io.earlybrd.events.UnreadableEvent;

/**
 * A failure as it may be logged: its kinds, causes and places without their messages, which may quote what was in the record, such as
 * an address or what somebody looks for. What an {@link UnreadableEvent} says is kept, since it never quotes.
 */
public final class Unquoted extends Exception {

    private static final long serialVersionUID = 1;

    /** Longer chains are cut; also what ends one that bites its own tail. */
    private static final int MOST_CAUSES = 10;

    private Unquoted(String description, Throwable cause, StackTraceElement[] places) {
        super(description, cause);
        setStackTrace(places);
    }

    /** What may be logged of a failure of a record. */
    public static Unquoted of(Throwable failure) {
        return of(failure, MOST_CAUSES);
    }

    private static Unquoted of(Throwable failure, int causes) {
        Throwable cause = failure.getCause();
        return new Unquoted(
                describe(failure),
                cause == null || causes == 0 ? null : of(cause, causes - 1),
                failure.getStackTrace());
    }

    private static String describe(Throwable failure) {
        String kind = failure.getClass().getName();
        return failure instanceof UnreadableEvent ? kind + ": " + failure.getMessage() : kind;
    }

    @Override
    public String toString() {
        return getMessage();
    }
}
