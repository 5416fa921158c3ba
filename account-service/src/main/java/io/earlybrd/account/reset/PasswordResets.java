package io.earlybrd.account.reset;

import io.earlybrd.account.mailbox.AccountMails;
import io.earlybrd.account.mailbox.MailAllowance;
import io.earlybrd.account.mailbox.Purpose;
import io.earlybrd.account.mailbox.Verifications;
import io.earlybrd.account.password.PasswordRules;
import io.earlybrd.account.password.Passwords;
import io.earlybrd.account.session.LogIns;
import io.earlybrd.account.subscriber.EmailAddress;
import io.earlybrd.account.subscriber.Subscriber;
import io.earlybrd.account.subscriber.Subscribers;
import io.earlybrd.account.throttle.Allowance;
import io.earlybrd.account.throttle.Guess;
import io.earlybrd.account.throttle.Guesses;
import io.earlybrd.account.throttle.Throttle;
import io.earlybrd.account.throttle.Verdict;
import io.earlybrd.account.token.SecretToken;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/**
 * Mails links to choose a new password, and takes the passwords that are chosen. Whoever follows such a link reads the mailbox, so
 * it confirms the address as well; nobody is logged in by it.
 */
@ApplicationScoped
class PasswordResets {

    private static final String RESET_PASSWORD = "reset-password";
    private static final String PASSWORD_CHANGED = "password-changed";

    /** A warning is worth sending however late it gets through. */
    private static final Duration WARNING_USEFUL = Duration.ofDays(3);

    private static final int PER_IP = 20;
    private static final Duration PER_IP_WITHIN = Duration.ofHours(1);

    private final Subscribers subscribers;
    private final Verifications verifications;
    private final MailAllowance allowance;
    private final AccountMails mails;
    private final Passwords passwords;
    private final LogIns logIns;
    private final Throttle throttle;
    private final Guesses guesses;

    PasswordResets(
            Subscribers subscribers,
            Verifications verifications,
            MailAllowance allowance,
            AccountMails mails,
            Passwords passwords,
            LogIns logIns,
            Throttle throttle,
            Guesses guesses) {
        this.subscribers = subscribers;
        this.verifications = verifications;
        this.allowance = allowance;
        this.mails = mails;
        this.passwords = passwords;
        this.logIns = logIns;
        this.throttle = throttle;
        this.guesses = guesses;
    }

    /**
     * Asks for a mail with a link, if the address has an account and was not sent too many, unless too many were asked for from an
     * IP address. Only that last thing shows: with and without an account the same is counted and looked up.
     */
    Uni<Verdict> mailLink(EmailAddress email, String ip) {
        Allowance perIp = Allowance.of("reset-ip", ip, PER_IP, PER_IP_WITHIN);
        return Panache.withTransaction(() -> throttle.take(perIp))
                .call(verdict -> verdict.allowed()
                        ? Panache.withTransaction(() -> mailIfDue(email, ip))
                        : Uni.createFrom().voidItem());
    }

    /** Whether a link could be used now; looking changes nothing, since scanners look at links before people do. */
    Uni<Boolean> usable(SecretToken token) {
        return Panache.withSession(() -> verifications.usable(token, Purpose.RESET))
                .map(verification -> verification != null);
    }

    /** Changes the password of a link's subscriber to one that is good enough, and ends all their sessions. */
    Uni<ResetOutcome> choose(SecretToken token, String password, String ip) {
        return Panache.withSession(() -> owner(token)).chain(owner -> {
            if (owner == null) {
                return Uni.createFrom().item(ResetOutcome.OVER);
            }
            Optional<String> problem = PasswordRules.problemWith(password, owner.email());
            return problem.isPresent()
                    ? Uni.createFrom().item(ResetOutcome.refused(problem.get()))
                    : passwords
                            .hash(password)
                            .chain(hash -> Panache.withTransaction(() -> change(token, owner, hash, ip)));
        });
    }

    private Uni<Void> mailIfDue(EmailAddress email, String ip) {
        return allowance
                .take(email)
                .chain(allowed -> subscribers
                        .with(email)
                        .onItem()
                        .ifNotNull()
                        .transformToUni(subscriber -> allowed
                                ? mailLink(subscriber, ip)
                                : Uni.createFrom().voidItem()));
    }

    private Uni<Void> mailLink(Subscriber subscriber, String ip) {
        return verifications
                .createResetting(subscriber.id())
                .chain(token -> mails.request(
                        subscriber, RESET_PASSWORD, "/password/reset/" + token.value(), Purpose.RESET.lifetime()))
                .invoke(() -> note("asked", subscriber, ip));
    }

    private Uni<Subscriber> owner(SecretToken token) {
        return verifications
                .usable(token, Purpose.RESET)
                .onItem()
                .ifNotNull()
                .transformToUni(verification -> subscribers.findById(verification.subscriberId()));
    }

    private Uni<ResetOutcome> change(SecretToken token, Subscriber owner, String hash, String ip) {
        return guesses.forgetEarlier(new Guess(owner.address().key(), ip))
                .chain(() -> verifications.take(token, Purpose.RESET))
                .chain(verification -> verification == null
                        ? Uni.createFrom().item(ResetOutcome.OVER)
                        : subscribers
                                .verify(owner.id(), Optional.of(hash))
                                .chain(() -> logIns.logOutEverywhere(owner.id()))
                                .chain(() -> mails.request(owner, PASSWORD_CHANGED, WARNING_USEFUL))
                                .invoke(() -> note("changed", owner, ip))
                                .replaceWith(ResetOutcome.CHANGED));
    }

    private static void note(String outcome, Subscriber subscriber, String ip) {
        Log.infof("password reset outcome=%s subscriberId=%s ip=%s", outcome, subscriber.id(), ip);
    }
}
