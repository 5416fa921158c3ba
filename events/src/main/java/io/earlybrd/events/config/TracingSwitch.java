package io.earlybrd.events.config;

import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Switches tracing on where a collector is named ({@code OTEL_EXPORTER_OTLP_ENDPOINT}) and off elsewhere; Quarkus by itself would
 * try one on this machine for ever, and spans that nobody reads cost memory.
 */
public final class TracingSwitch implements ConfigSource {

    private static final String DISABLED = "quarkus.otel.sdk.disabled";

    /** Above the defaults of the shared file, below everything that an operator sets. */
    private static final int ORDINAL = 110;

    private final Map<String, String> properties;

    public TracingSwitch() {
        this(System.getenv("OTEL_EXPORTER_OTLP_ENDPOINT"));
    }

    TracingSwitch(String endpoint) {
        properties = Map.of(DISABLED, Boolean.toString(endpoint == null || endpoint.isBlank()));
    }

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
        return "tracing switch";
    }

    @Override
    public int getOrdinal() {
        return ORDINAL;
    }
}
