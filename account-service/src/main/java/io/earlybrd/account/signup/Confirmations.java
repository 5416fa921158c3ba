package io.earlybrd.account.signup;

import io.earlybrd.account.session.LogIns;
import io.earlybrd.account.session.SignedIn;
import io.earlybrd.account.subscriber.Subscribers;
import io.earlybrd.account.token.SecretToken;
import io.earlybrd.account.web.Notice;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;

/** What the link in the mail does, and how to get another one. */
@ApplicationScoped
class Confirmations {

    private final Verifications verifications;
    private final Subscribers subscribers;
    private final SignUpMails mails;
    private final LogIns logIns;
    private final SignUpMetrics metrics;

    Confirmations(
            Verifications verifications,
            Subscribers subscribers,
            SignUpMails mails,
            LogIns logIns,
            SignUpMetrics metrics) {
        this.verifications = verifications;
        this.subscribers = subscribers;
        this.mails = mails;
        this.logIns = logIns;
        this.metrics = metrics;
    }

    /** Whether a link could be used now; looking changes nothing, since scanners look at links before people do. */
    @WithTransaction
    Uni<Boolean> usable(SecretToken token) {
        return verifications.usable(token);
    }

    /**
     * Confirms the address of a link's subscriber and logs them in. All their other sessions end: with a password that somebody
     * else chose for this address there may have been one. Null if the link is unknown, used or too old.
     */
    @WithTransaction
    Uni<NewCookie> confirm(SecretToken token, RoutingContext request) {
        return verifications.take(token).chain(verification -> {
            if (verification == null) {
                return Uni.createFrom().nullItem();
            }
            return subscribers
                    .verify(verification.subscriberId(), verification.passwordHash())
                    .chain(() -> logIns.logInHereOnly(verification.subscriberId(), request))
                    .invoke(metrics::confirmed);
        });
    }

    /** Sends another link to somebody who is logged in, and gives what is to be said of it. */
    @WithTransaction
    Uni<Notice> resend(SignedIn signedIn) {
        return subscribers.findById(signedIn.subscriberId()).chain(subscriber -> {
            if (subscriber.verified()) {
                return Uni.createFrom().item(Notice.CONFIRMED);
            }
            return mails.send(subscriber, null).map(sent -> sent ? Notice.MAIL_SENT : Notice.MAIL_SENT_BEFORE);
        });
    }
}
