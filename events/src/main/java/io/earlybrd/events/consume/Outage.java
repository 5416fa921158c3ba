package io.earlybrd.events.consume;

import io.earlybrd.events.UnreadableEvent;
import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.TimeoutException;

/** Tells an outage, which passes by itself, from a fault of the record. */
final class Outage {

    private static final String POSTGRESQL_FAILURE = "io.vertx.pgclient.PgException";

    private Outage() {}

    /** Whether some cause is a broken or refused connection, a time-out, or a PostgreSQL that is full, starting or stopping. */
    static boolean causedBy(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnreadableEvent) {
                // What a parser throws is an IOException too, and no waiting repairs the record.
                return false;
            }
            if (cause instanceof IOException
                    || cause instanceof TimeoutException
                    || cause instanceof VertxException && isClosedConnection(cause)
                    || isPoolTimeout(cause)
                    || cause.getClass().getName().equals(POSTGRESQL_FAILURE) && PostgresOutage.is(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isClosedConnection(Throwable cause) {
        return cause.getMessage() != null
                && cause.getMessage().toLowerCase(Locale.ROOT).contains("closed");
    }

    /** The reactive pool reports that no connection became free with a bare "Timeout". */
    private static boolean isPoolTimeout(Throwable cause) {
        return cause.getClass().getSimpleName().equals("NoStackTraceThrowable") && "Timeout".equals(cause.getMessage());
    }

    /** Apart, because a service without a database has no such class. */
    private static final class PostgresOutage {

        static boolean is(Throwable cause) {
            String state = ((PgException) cause).getSqlState();
            // Class 08: connection; 53: out of disk, memory or connections; 57P: stopping or starting.
            return state != null && (state.startsWith("08") || state.startsWith("53") || state.startsWith("57P"));
        }
    }
}
