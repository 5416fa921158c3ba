package io.earlybrd.account.signup;

import io.earlybrd.account.mailbox.Purpose;
import io.earlybrd.account.mailbox.Verification;
import io.earlybrd.account.mailbox.Verifications;
import io.earlybrd.account.password.PasswordChecks;
import io.earlybrd.account.session.LogIns;
import io.earlybrd.account.session.SignedIn;
import io.earlybrd.account.subscriber.Subscriber;
import io.earlybrd.account.subscriber.Subscribers;
import io.earlybrd.account.throttle.ClientAddress;
import io.earlybrd.account.throttle.Guess;
import io.earlybrd.account.throttle.Guesses;
import io.earlybrd.account.token.SecretToken;
import io.earlybrd.account.web.Notice;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;

/**
 * What the link in the mail does, and how to get another one. The link proves that somebody reads the mailbox, the password that
 * it was they who signed up: an account that a stranger made for the address stays unconfirmed, whoever follows the link.
 */
@ApplicationScoped
class Confirmations {

    private final Verifications verifications;
    private final Subscribers subscribers;
    private final PasswordChecks checks;
    private final Guesses guesses;
    private final SignUpMails mails;
    private final LogIns logIns;
    private final SignUpMetrics metrics;

    Confirmations(
            Verifications verifications,
            Subscribers subscribers,
            PasswordChecks checks,
            Guesses guesses,
            SignUpMails mails,
            LogIns logIns,
            SignUpMetrics metrics) {
        this.verifications = verifications;
        this.subscribers = subscribers;
        this.checks = checks;
        this.guesses = guesses;
        this.mails = mails;
        this.logIns = logIns;
        this.metrics = metrics;
    }

    /** Whether a link could be used now; looking changes nothing, since scanners look at links before people do. */
    Uni<Boolean> usable(SecretToken token) {
        return Panache.withSession(() -> verifications.usable(token, Purpose.CONFIRM))
                .map(verification -> verification != null);
    }

    /**
     * Confirms the address of a link's subscriber and logs them in, if the password is that of the sign-up which the link answers.
     * All their other sessions end: with a password that somebody else chose for this address there may have been one.
     */
    Uni<ConfirmOutcome> confirm(SecretToken token, String password, RoutingContext request) {
        return Panache.withSession(() -> asked(token, request))
                .chain(asked -> asked == null
                        ? Uni.createFrom().item(ConfirmOutcome.OVER)
                        : checks.check(asked.guess(), password, Optional.of(asked.passwordHash()))
                                .chain(checked -> checked.right()
                                        ? use(token, asked.guess(), request)
                                        : Uni.createFrom().item(ConfirmOutcome.refused(checked)))
                                .invoke(outcome -> note(outcome, asked)));
    }

    /** Sends another link to somebody who is logged in, and gives what is to be said of it. */
    @WithTransaction
    Uni<Notice> resend(SignedIn signedIn) {
        return subscribers.findById(signedIn.subscriberId()).chain(subscriber -> {
            if (subscriber.verified()) {
                return Uni.createFrom().item(Notice.CONFIRMED);
            }
            return mails.send(subscriber, Optional.empty())
                    .map(sent -> sent ? Notice.MAIL_SENT : Notice.MAIL_SENT_BEFORE);
        });
    }

    private Uni<Asked> asked(SecretToken token, RoutingContext request) {
        return verifications
                .usable(token, Purpose.CONFIRM)
                .chain(verification -> verification == null
                        ? Uni.createFrom().nullItem()
                        : subscribers
                                .findById(verification.subscriberId())
                                .map(subscriber -> Asked.of(verification, subscriber, ClientAddress.of(request))));
    }

    private Uni<ConfirmOutcome> use(SecretToken token, Guess guess, RoutingContext request) {
        return Panache.withTransaction(() -> guesses.forget(guess)
                .chain(() -> verifications.take(token, Purpose.CONFIRM))
                .chain(verification -> verification == null
                        ? Uni.createFrom().item(ConfirmOutcome.OVER)
                        : subscribers
                                .verify(verification.subscriberId(), verification.passwordHash())
                                .chain(() -> logIns.logInHereOnly(verification.subscriberId(), request))
                                .invoke(metrics::confirmed)
                                .map(ConfirmOutcome::confirmed)));
    }

    private static void note(ConfirmOutcome outcome, Asked asked) {
        Log.infof(
                "confirmation outcome=%s subscriberId=%s ip=%s",
                outcome.kind().name().toLowerCase(Locale.ROOT),
                asked.subscriber().id(),
                asked.guess().ip());
    }

    /** A link that is being used, and the hash of the password that goes with it. */
    private record Asked(Subscriber subscriber, String passwordHash, Guess guess) {

        static Asked of(Verification verification, Subscriber subscriber, String ip) {
            String hash = verification.passwordHash().orElse(subscriber.passwordHash());
            return new Asked(subscriber, hash, new Guess(subscriber.address().key(), ip));
        }
    }
}
