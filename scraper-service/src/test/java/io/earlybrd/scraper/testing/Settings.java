package io.earlybrd.scraper.testing;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;

/** Settings as the service has them, without Quarkus. */
public final class Settings {

    private Settings() {}

    /** The defaults. */
    public static <T> T of(Class<T> type) {
        return of(type, Map.of());
    }

    /** The defaults, but for these keys. */
    public static <T> T of(Class<T> type, Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withDefaultValue("java.io.tmpdir", System.getProperty("java.io.tmpdir"))
                .withDefaultValues(settings)
                .withMapping(type)
                .build()
                .getConfigMapping(type);
    }
}
