package io.earlybrd.events.consume;

import com.fasterxml.jackson.core.JacksonException;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.RetriableException;

/** Tells an outage, which passes by itself, from a fault: of a record, of a request, of ours. */
public final class Outage {

    private static final String READ_ONLY = "25006";
    private static final String POSTGRESQL_FAILURE = "io.vertx.pgclient.PgException";
    /** A server that died before it answered; the message does not say that anything is closed. */
    private static final String LOST_CONNECTION = "io.vertx.sqlclient.ClosedConnectionException";

    private Outage() {}

    /**
     * Whether some cause is a broken or refused connection, a time-out, a broker of which Kafka's client says that it may be asked
     * again, a PostgreSQL that is full, read-only, starting or stopping, or this process itself stopping: a pool that is closed under
     * a record's feet says nothing about the record.
     */
    public static boolean causedBy(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            // Jackson's failures are IOExceptions, but the same bytes do not become readable by waiting.
            if (cause instanceof JacksonException) {
                return false;
            }
            if (cause instanceof IOException
                    || cause instanceof TimeoutException
                    || cause instanceof io.smallrye.mutiny.TimeoutException
                    || cause instanceof RetriableException
                    || saysClosed(cause)
                    || isPoolTimeout(cause)
                    || cause.getClass().getName().equals(LOST_CONNECTION)
                    || cause instanceof SQLException wrapped && passes(wrapped.getSQLState())
                    || cause.getClass().getName().equals(POSTGRESQL_FAILURE)
                            && passes(PostgresFailure.stateOf(cause))) {
                return true;
            }
        }
        return false;
    }

    /** Connections, pools and sessions have no common failure, but all say that they are closed. */
    private static boolean saysClosed(Throwable cause) {
        return (cause instanceof VertxException
                        || cause instanceof NoStackTraceThrowable
                        || cause instanceof IllegalStateException)
                && cause.getMessage() != null
                && cause.getMessage().toLowerCase(Locale.ROOT).contains("closed");
    }

    /** The reactive pool reports that no connection became free with a bare "Timeout". */
    private static boolean isPoolTimeout(Throwable cause) {
        return cause instanceof NoStackTraceThrowable && "Timeout".equals(cause.getMessage());
    }

    /**
     * Whether a state that PostgreSQL gave, which Hibernate keeps when it puts the driver's failure into one of JDBC's, passes by
     * itself. Class 08: connection; 53: out of disk, memory or connections; 57P: stopping or starting; 25006: a standby answers,
     * which a failover has not yet made the primary or has just unmade.
     */
    private static boolean passes(String state) {
        return state != null
                && (state.startsWith("08")
                        || state.startsWith("53")
                        || state.startsWith("57P")
                        || state.equals(READ_ONLY));
    }

    /** Apart, because a service without a database has no such class. */
    private static final class PostgresFailure {

        static String stateOf(Throwable cause) {
            return ((PgException) cause).getSqlState();
        }
    }
}
