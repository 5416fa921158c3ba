package io.earlybrd.events.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** What services with a database configure alike. Silent in a service without one, where these keys would mean nothing. */
public final class DatabaseDefaults implements ConfigSource {

    private static final String DRIVER = "io/vertx/pgclient/PgConnection.class";

    /** As the shared file's. */
    private static final int ORDINAL = 100;

    private final Map<String, String> properties = read();

    @Override
    public Set<String> getPropertyNames() {
        return properties.keySet();
    }

    @Override
    public String getValue(String name) {
        return properties.get(name);
    }

    @Override
    public String getName() {
        return "database defaults";
    }

    @Override
    public int getOrdinal() {
        return ORDINAL;
    }

    private static Map<String, String> read() {
        if (Thread.currentThread().getContextClassLoader().getResource(DRIVER) == null) {
            return Map.of();
        }
        Properties file = new Properties();
        try (InputStream in = DatabaseDefaults.class.getResourceAsStream("database.properties")) {
            file.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.stringPropertyNames().stream().collect(Collectors.toMap(key -> key, file::getProperty));
    }
}
