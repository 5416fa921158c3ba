package io.earlybrd.notifier.database;

import io.earlybrd.events.consume.Outage;
import java.sql.SQLException;

/** Tells an outage from a fault also where Hibernate has put the driver's failure into one of JDBC's. */
public final class DatabaseOutage {

    private DatabaseOutage() {}

    /** Whether some cause is an outage, or a PostgreSQL that is full, starting or stopping. */
    public static boolean causedBy(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && passes(sql.getSQLState())) {
                return true;
            }
        }
        return Outage.causedBy(failure);
    }

    /** Class 08: connection; 53: out of disk, memory or connections; 57P: stopping or starting. */
    private static boolean passes(String state) {
        return state != null && (state.startsWith("08") || state.startsWith("53") || state.startsWith("57P"));
    }
}
