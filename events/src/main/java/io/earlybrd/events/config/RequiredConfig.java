package io.earlybrd.events.config;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses to start, with one line that says what to do, while a secret that the service cannot work without is missing. A service
 * names the keys in {@code earlybrd.required-config}.
 */
@ApplicationScoped
class RequiredConfig {

    /** Before anything opens a connection. */
    private static final int FIRST = 1;

    void check(
            @Observes @Priority(FIRST) StartupEvent start,
            Config config,
            @ConfigProperty(name = "earlybrd.required-config") Optional<List<String>> required) {
        List<String> missing = required.orElse(List.of()).stream()
                .filter(key -> config.getOptionalValue(key, String.class)
                        .filter(value -> !value.isBlank())
                        .isEmpty())
                .map(RequiredConfig::environmentName)
                .toList();
        if (!missing.isEmpty()) {
            throw new ConfigurationException(
                    "not started: set the environment variable " + String.join(" and ", missing));
        }
    }

    private static String environmentName(String key) {
        return key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }
}
