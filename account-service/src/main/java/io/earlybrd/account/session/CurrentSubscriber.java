package io.earlybrd.account.session;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;

/** Who sent the request that is being answered, on pages that only they see. */
@ApplicationScoped
public class CurrentSubscriber {

    private final SecurityIdentity identity;

    CurrentSubscriber(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** The subscriber of a page that asks for one with {@code @Authenticated}. */
    public SignedIn get() {
        return (SignedIn) identity.getPrincipal();
    }
}
