package io.earlybrd.account.admin;

import io.earlybrd.account.session.SignedIn;
import io.earlybrd.account.subscriber.EmailAddress;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Who runs the service: accounts whose address the configuration names, once it is confirmed. Made at the start, which a malformed address ends. */
@Startup
@ApplicationScoped
public class Admins {

    private final Set<String> keys;

    Admins(@ConfigProperty(name = "earlybrd.admin-emails") Optional<List<String>> emails) {
        this.keys = emails.orElse(List.of()).stream()
                .map(email -> EmailAddress.parse(email)
                        .orElseThrow(() -> new IllegalArgumentException("EARLYBRD_ADMIN_EMAILS: no address: " + email)))
                .map(EmailAddress::key)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether this is one. An address that nobody has confirmed may be anybody's. */
    public boolean include(SignedIn signedIn) {
        return signedIn.verified() && keys.contains(new EmailAddress(signedIn.email()).key());
    }
}
