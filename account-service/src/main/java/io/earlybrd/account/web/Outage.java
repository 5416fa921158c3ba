package io.earlybrd.account.web;

import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;

/** Tells that something is away for a while, which passes by itself, from a fault of ours. */
final class Outage {

    private Outage() {}

    /** Whether some cause is a broken or refused connection, a time-out, or a PostgreSQL that is full, starting or stopping. */
    static boolean causedBy(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException
                    || cause instanceof TimeoutException
                    || isOfPostgres(cause)
                    || isOfPool(cause)) {
                return true;
            }
        }
        return false;
    }

    /** Class 08: connection; 53: out of disk, memory or connections; 57P: stopping or starting. */
    private static boolean isOfPostgres(Throwable cause) {
        return cause instanceof PgException refused
                && refused.getSqlState() != null
                && refused.getSqlState().matches("08.*|53.*|57P.*");
    }

    /** The reactive pool reports that no connection became free with a bare "Timeout". */
    private static boolean isOfPool(Throwable cause) {
        return cause.getClass().getSimpleName().equals("NoStackTraceThrowable") && "Timeout".equals(cause.getMessage());
    }
}
