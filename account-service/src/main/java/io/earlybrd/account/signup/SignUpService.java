package io.earlybrd.account.signup;

import io.earlybrd.account.password.Passwords;
import io.earlybrd.account.subscriber.EmailAddress;
import io.earlybrd.account.subscriber.Subscribers;
import io.earlybrd.account.throttle.Allowance;
import io.earlybrd.account.throttle.Throttle;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.ZoneId;

/**
 * Signs people up without telling anybody who has an account: each sign-up hashes a password, ends without a result and at most
 * causes a mail, which only the owner of the address reads.
 */
@ApplicationScoped
class SignUpService {

    private static final int PER_IP = 20;
    private static final Duration PER_IP_WITHIN = Duration.ofHours(1);

    private final Subscribers subscribers;
    private final SignUpMails mails;
    private final Throttle throttle;
    private final Passwords passwords;
    private final SignUpMetrics metrics;

    SignUpService(
            Subscribers subscribers, SignUpMails mails, Throttle throttle, Passwords passwords, SignUpMetrics metrics) {
        this.subscribers = subscribers;
        this.mails = mails;
        this.throttle = throttle;
        this.passwords = passwords;
        this.metrics = metrics;
    }

    /** Signs somebody up, from an IP address. */
    Uni<Void> signUp(EmailAddress email, String password, ZoneId zone, String ip) {
        Allowance perIp = Allowance.of("sign-up-ip", ip, PER_IP, PER_IP_WITHIN);
        return Panache.withTransaction(() -> throttle.take(perIp)).chain(allowed -> {
            if (!allowed) {
                metrics.counted(SignUpMetrics.THROTTLED);
                return Uni.createFrom().voidItem();
            }
            return passwords
                    .hash(password)
                    .chain(hash -> Panache.withTransaction(() -> store(email, hash, zone)))
                    .invoke(metrics::counted)
                    .replaceWithVoid();
        });
    }

    private Uni<String> store(EmailAddress email, String passwordHash, ZoneId zone) {
        return subscribers
                .create(email, passwordHash, zone)
                .chain(created -> subscribers
                        .with(email)
                        .chain(subscriber -> mails.send(subscriber, passwordHash))
                        .replaceWith(created ? SignUpMetrics.CREATED : SignUpMetrics.KNOWN));
    }
}
