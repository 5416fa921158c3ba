package io.earlybrd.events.call;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the {@link ServiceToken} of this service from its configuration. */
class ServiceTokens {

    @Produces
    @Singleton
    ServiceToken serviceToken(@ConfigProperty(name = "earlybrd.service-key") Optional<String> key, Clock clock) {
        return new ServiceToken(
                key.orElseThrow(() -> new IllegalStateException("earlybrd.service-key is not set")), clock);
    }
}
