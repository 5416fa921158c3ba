package io.earlybrd.account.signup;

import io.earlybrd.account.password.Passwords;
import io.earlybrd.account.subscriber.EmailAddress;
import io.earlybrd.account.subscriber.Subscriber;
import io.earlybrd.account.subscriber.Subscribers;
import io.earlybrd.account.throttle.Allowance;
import io.earlybrd.account.throttle.Throttle;
import io.earlybrd.account.web.Site;
import io.earlybrd.events.EventIds;
import io.earlybrd.events.outbox.Outbox;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;

/**
 * Signs people up without telling anybody who has an account: each sign-up hashes a password, ends without a result and at most
 * causes a mail, which only the owner of the address reads.
 */
@ApplicationScoped
class SignUpService {

    private static final int PER_IP = 20;
    private static final Duration PER_IP_WITHIN = Duration.ofHours(1);

    private final Subscribers subscribers;
    private final Verifications verifications;
    private final MailAllowance mailAllowance;
    private final Throttle throttle;
    private final Passwords passwords;
    private final Outbox outbox;
    private final EventIds ids;
    private final Site site;
    private final Clock clock;
    private final SignUpMetrics metrics;

    SignUpService(
            Subscribers subscribers,
            Verifications verifications,
            MailAllowance mailAllowance,
            Throttle throttle,
            Passwords passwords,
            Outbox outbox,
            EventIds ids,
            Site site,
            Clock clock,
            SignUpMetrics metrics) {
        this.subscribers = subscribers;
        this.verifications = verifications;
        this.mailAllowance = mailAllowance;
        this.throttle = throttle;
        this.passwords = passwords;
        this.outbox = outbox;
        this.ids = ids;
        this.site = site;
        this.clock = clock;
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
        UUID id = ids.next();
        return subscribers
                .create(id, email, passwordHash, zone)
                .chain(created -> subscribers
                        .with(email)
                        .chain(subscriber -> mailAllowance
                                .take(subscriber)
                                .chain(allowed -> allowed
                                        ? mail(subscriber, passwordHash)
                                        : Uni.createFrom().voidItem()))
                        .replaceWith(created ? SignUpMetrics.CREATED : SignUpMetrics.KNOWN));
    }

    private Uni<Void> mail(Subscriber subscriber, String passwordHash) {
        if (!subscriber.verified()) {
            return verifications.send(subscriber, passwordHash);
        }
        Instant now = clock.instant();
        return outbox.append(AccountMail.of(
                subscriber,
                "already-registered",
                Map.of("link", site.link("/login")),
                now,
                now.plus(Verifications.LIFETIME)));
    }
}
