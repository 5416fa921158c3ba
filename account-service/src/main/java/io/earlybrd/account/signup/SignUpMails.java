package io.earlybrd.account.signup;

import io.earlybrd.account.subscriber.Subscriber;
import io.earlybrd.account.web.Site;
import io.earlybrd.events.MailRequested;
import io.earlybrd.events.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/**
 * The mails that answer a sign-up, which only the owner of the address reads: confirm it, or you have an account already. All
 * methods must be called within a Panache transaction.
 */
@ApplicationScoped
class SignUpMails {

    private static final String CLASS = "account";
    private static final String VERIFY_ADDRESS = "verify-address";
    private static final String ALREADY_REGISTERED = "already-registered";

    private final Verifications verifications;
    private final MailAllowance allowance;
    private final Outbox outbox;
    private final Site site;
    private final Clock clock;

    SignUpMails(Verifications verifications, MailAllowance allowance, Outbox outbox, Site site, Clock clock) {
        this.verifications = verifications;
        this.allowance = allowance;
        this.outbox = outbox;
        this.site = site;
        this.clock = clock;
    }

    /**
     * Asks for the mail that a sign-up of this address is due, unless too many were sent to it.
     *
     * @param passwordHash of the password that a confirming link brings into force; null to leave the one there is
     * @return whether a mail was asked for
     */
    Uni<Boolean> send(Subscriber subscriber, String passwordHash) {
        return allowance.take(subscriber).chain(allowed -> {
            if (!allowed) {
                return Uni.createFrom().item(false);
            }
            Uni<Void> asked = subscriber.verified()
                    ? request(subscriber, ALREADY_REGISTERED, "/login")
                    : verifications
                            .create(subscriber.id(), passwordHash)
                            .chain(token -> request(subscriber, VERIFY_ADDRESS, "/confirm/" + token.value()));
            return asked.replaceWith(true);
        });
    }

    private Uni<Void> request(Subscriber subscriber, String template, String path) {
        Instant now = clock.instant();
        return outbox.append(new MailRequested(
                subscriber.id(),
                CLASS,
                template,
                subscriber.email(),
                subscriber.zone().getId(),
                Map.of("link", site.link(path)),
                now,
                now.plus(Verifications.LIFETIME)));
    }
}
