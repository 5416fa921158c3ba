package io.earlybrd.account.signup;

import io.earlybrd.account.mailbox.AccountMails;
import io.earlybrd.account.mailbox.MailAllowance;
import io.earlybrd.account.mailbox.Purpose;
import io.earlybrd.account.mailbox.Verifications;
import io.earlybrd.account.subscriber.Subscriber;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * The mails that answer a sign-up, which only the owner of the address reads: confirm it, or you have an account already. All
 * methods must be called within a Panache transaction.
 */
@ApplicationScoped
class SignUpMails {

    private static final String VERIFY_ADDRESS = "verify-address";
    private static final String ALREADY_REGISTERED = "already-registered";

    private final Verifications verifications;
    private final MailAllowance allowance;
    private final AccountMails mails;

    SignUpMails(Verifications verifications, MailAllowance allowance, AccountMails mails) {
        this.verifications = verifications;
        this.allowance = allowance;
        this.mails = mails;
    }

    /**
     * Asks for the mail that a sign-up of this address is due, unless too many were sent to it.
     *
     * @param passwordHash of the password that a confirming link brings into force; empty to leave the one there is
     * @return whether a mail was asked for
     */
    Uni<Boolean> send(Subscriber subscriber, Optional<String> passwordHash) {
        return allowance.take(subscriber.address()).chain(allowed -> {
            if (!allowed) {
                return Uni.createFrom().item(false);
            }
            Uni<Void> asked = subscriber.verified()
                    ? mails.request(subscriber, ALREADY_REGISTERED, "/login", Purpose.CONFIRM.lifetime())
                    : verifications
                            .createConfirming(subscriber.id(), passwordHash)
                            .chain(token -> mails.request(
                                    subscriber,
                                    VERIFY_ADDRESS,
                                    "/confirm/" + token.value(),
                                    Purpose.CONFIRM.lifetime()));
            return asked.replaceWith(true);
        });
    }
}
