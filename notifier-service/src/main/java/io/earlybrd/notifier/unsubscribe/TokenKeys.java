package io.earlybrd.notifier.unsubscribe;

import io.earlybrd.notifier.secret.Secrets;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the {@link StopTokens} of this service from its secrets. */
class TokenKeys {

    @Produces
    @Singleton
    StopTokens stopTokens(Secrets secrets) {
        return new StopTokens(secrets.tokenKeys());
    }
}
