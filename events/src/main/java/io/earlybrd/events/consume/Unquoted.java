package io.earlybrd.events.consume;

import io.earlybrd.events.UnreadableEvent;
import java.nio.file.FileSystemException;

/**
 * A failure as it may be logged: its kinds, causes and places without their messages, which may quote what was in the record, such as
 * an address or what somebody looks for. Two kinds keep theirs: an {@link UnreadableEvent} never quotes, and a {@link
 * FileSystemException} names a file of ours, which the operator has to see to.
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
        boolean quotesNothing = failure instanceof UnreadableEvent || failure instanceof FileSystemException;
        return quotesNothing ? kind + ": " + failure.getMessage() : kind;
    }

    @Override
    public String toString() {
        return getMessage();
    }
}
