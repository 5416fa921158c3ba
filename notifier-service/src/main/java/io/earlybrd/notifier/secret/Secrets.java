package io.earlybrd.notifier.secret;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The secrets of this service. Links in mails that were sent long ago must work, and suppressed addresses must stay known, so these
 * secrets are never dropped: a new one is put in front of the list, and the last one is kept for ever.
 */
@Singleton
public class Secrets {

    private final List<String> tokenKeys;

    Secrets(@ConfigProperty(name = "notifier.token-keys") List<String> tokenKeys) {
        this.tokenKeys = List.copyOf(tokenKeys);
    }

    void check(
            @Observes StartupEvent event, @ConfigProperty(name = "earlybrd.service-key") Optional<String> serviceKey) {
        if (serviceKey.filter(tokenKeys::contains).isPresent()) {
            Log.info("links in mails are signed with EARLYBRD_SERVICE_KEY; before that is ever replaced, set"
                    + " EARLYBRD_MAIL_TOKEN_KEY to its old value, or these links die");
        }
    }

    /** The keys of links: the first one signs, all of them are accepted. */
    public List<String> tokenKeys() {
        return tokenKeys;
    }

    /** Hashes addresses with the oldest key, since a stored hash cannot be made anew. */
    @Produces
    @Singleton
    AddressHashes addressHashes() {
        return new AddressHashes(tokenKeys.get(tokenKeys.size() - 1));
    }
}
