package io.earlybrd.local;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;

/** Asks a service whether it is ready. */
final class Health {

    private static final int TIMEOUT_MILLIS = 2000;

    private Health() {}

    /** Whether the service whose health and metrics are below this address says that it is ready; false if it says nothing. */
    static boolean ready(URI management) {
        try {
            URL url = management.resolve("/q/health/ready").toURL();
            HttpURLConnection connection = (HttpURLConnection) url.openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }
}
