package io.earlybrd.billing.testing;

import io.earlybrd.testkit.Backends;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Billing's own tables, seen from outside the application. */
public final class Database {

    private Database() {}

    /** The one number that a query gives. */
    public static long number(String sql, Object... parameters) {
        return Long.parseLong(text(sql, parameters));
    }

    /** The one value that a query gives, as text. */
    public static String text(String sql, Object... parameters) {
        try (Connection connection = Backends.postgres().connect("billing");
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Changes rows as an operator or a crash might. */
    public static void change(String sql, Object... parameters) {
        try (Connection connection = Backends.postgres().connect("billing");
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static void bind(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }
}
