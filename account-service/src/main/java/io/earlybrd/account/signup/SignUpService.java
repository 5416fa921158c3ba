package io.earlybrd.account.signup;

import io.earlybrd.account.password.Passwords;
import io.earlybrd.account.subscriber.EmailAddress;
import io.earlybrd.account.subscriber.Subscribers;
import io.earlybrd.account.throttle.Allowance;
import io.earlybrd.account.throttle.Throttle;
import io.earlybrd.account.throttle.Verdict;
import io.earlybrd.account.web.TooBusy;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Signs people up without telling anybody who has an account: each sign-up hashes a password and at most causes a mail, which only
 * the owner of the address reads. Whether it is taken depends on where it comes from alone.
 */
@ApplicationScoped
class SignUpService {

    /** The key of the configuration. */
    static final String LIMIT = "earlybrd.sign-ups-per-ip-and-hour";

    private static final Duration PER_IP_WITHIN = Duration.ofHours(1);

    private final Subscribers subscribers;
    private final SignUpMails mails;
    private final Throttle throttle;
    private final Passwords passwords;
    private final SignUpMetrics metrics;
    private final RefusedSignUps refused;
    private final SignUpLimit limit;

    SignUpService(
            Subscribers subscribers,
            SignUpMails mails,
            Throttle throttle,
            Passwords passwords,
            SignUpMetrics metrics,
            RefusedSignUps refused,
            @ConfigProperty(name = LIMIT) SignUpLimit limit) {
        this.subscribers = subscribers;
        this.mails = mails;
        this.throttle = throttle;
        this.passwords = passwords;
        this.metrics = metrics;
        this.refused = refused;
        this.limit = limit;
    }

    /** Signs somebody up, from an IP address, unless too many did so from there. */
    Uni<Verdict> signUp(EmailAddress email, String password, ZoneId zone, String ip) {
        Allowance perIp = Allowance.of("sign-up-ip", ip, limit.anHour(), PER_IP_WITHIN);
        return Panache.withTransaction(() -> throttle.take(perIp)).chain(verdict -> {
            if (!verdict.allowed()) {
                metrics.counted(SignUpMetrics.THROTTLED);
                refused.add();
                return Uni.createFrom().item(verdict);
            }
            return passwords
                    .hash(password)
                    .chain(hash -> Panache.withTransaction(() -> store(email, hash, zone)))
                    .invoke(metrics::counted)
                    .onFailure(TooBusy.class)
                    .call(() -> Panache.withTransaction(() -> throttle.giveBack(perIp)))
                    .replaceWith(verdict);
        });
    }

    private Uni<String> store(EmailAddress email, String passwordHash, ZoneId zone) {
        return subscribers
                .create(email, passwordHash, zone)
                .chain(created -> subscribers
                        .with(email)
                        .chain(subscriber -> mails.send(subscriber, Optional.of(passwordHash)))
                        .replaceWith(created ? SignUpMetrics.CREATED : SignUpMetrics.KNOWN));
    }
}
