package io.earlybrd.account.login;

import io.earlybrd.account.password.Passwords;
import io.earlybrd.account.session.LogIns;
import io.earlybrd.account.subscriber.EmailAddress;
import io.earlybrd.account.subscriber.Subscriber;
import io.earlybrd.account.subscriber.Subscribers;
import io.earlybrd.account.throttle.Allowance;
import io.earlybrd.account.throttle.Throttle;
import io.earlybrd.account.web.TooBusy;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Checks address and password. Attempts that fail are counted per IP address, and per account from one IP address, so that a
 * stranger who guesses is slowed down while the owner, who comes from elsewhere, is not, nor is an office that logs in.
 */
@ApplicationScoped
class LoginService {

    private static final Duration WITHIN = Duration.ofMinutes(15);
    private static final int PER_ACCOUNT_AND_IP = 10;
    private static final int PER_IP = 50;

    private final Subscribers subscribers;
    private final Passwords passwords;
    private final Throttle throttle;
    private final LogIns logIns;
    private final LoginMetrics metrics;

    LoginService(Subscribers subscribers, Passwords passwords, Throttle throttle, LogIns logIns, LoginMetrics metrics) {
        this.subscribers = subscribers;
        this.passwords = passwords;
        this.throttle = throttle;
        this.logIns = logIns;
        this.metrics = metrics;
    }

    /** Tries to log somebody in, from an IP address. */
    Uni<LoginOutcome> logIn(LoginForm form, String ip, RoutingContext request) {
        Optional<EmailAddress> email = EmailAddress.parse(form.email());
        String account = email.map(EmailAddress::key).orElse("none");
        Allowance perIp = Allowance.of("login-ip", ip, PER_IP, WITHIN);
        Allowance perAccount = Allowance.of("login", account + " " + ip, PER_ACCOUNT_AND_IP, WITHIN);
        return Panache.withTransaction(() -> throttle.take(perIp)
                        .chain(allowed -> allowed
                                ? throttle.take(perAccount)
                                : Uni.createFrom().item(false)))
                .chain(allowed -> allowed
                        ? check(email, form, request, perIp, perAccount)
                        : Uni.createFrom().item(LoginOutcome.refused(LoginMetrics.THROTTLED, Optional.empty())))
                .invoke(outcome -> note(outcome, ip));
    }

    /** For whoever has to find out later who tried to get in: the account by its id, never by its address. */
    private void note(LoginOutcome outcome, String ip) {
        metrics.counted(outcome.word());
        Log.infof(
                "log-in outcome=%s subscriberId=%s ip=%s",
                outcome.word(), outcome.subscriberId().map(UUID::toString).orElse("unknown"), ip);
    }

    private Uni<LoginOutcome> check(
            Optional<EmailAddress> email,
            LoginForm form,
            RoutingContext request,
            Allowance perIp,
            Allowance perAccount) {
        return subscriber(email)
                .chain(subscriber -> passwords
                        .matches(form.password(), subscriber.map(Subscriber::passwordHash))
                        .chain(matches -> matches
                                ? open(subscriber.orElseThrow(), request, perIp, perAccount)
                                : Uni.createFrom()
                                        .item(LoginOutcome.refused(
                                                LoginMetrics.WRONG, subscriber.map(Subscriber::id)))))
                // Who was sent away before anything was checked has not guessed.
                .onFailure(TooBusy.class)
                .call(() -> Panache.withTransaction(
                        () -> throttle.giveBack(perIp).chain(() -> throttle.giveBack(perAccount))));
    }

    private Uni<Optional<Subscriber>> subscriber(Optional<EmailAddress> email) {
        return email.map(address ->
                        Panache.withSession(() -> subscribers.with(address)).map(Optional::ofNullable))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    /** The counts are changed in the order in which they are taken, so that two log-ins never wait for each other. */
    private Uni<LoginOutcome> open(
            Subscriber subscriber, RoutingContext request, Allowance perIp, Allowance perAccount) {
        return Panache.withTransaction(() -> throttle.giveBack(perIp)
                        .chain(() -> throttle.forget(perAccount))
                        .chain(() -> logIns.logIn(subscriber.id(), request)))
                .map(cookie -> LoginOutcome.loggedIn(subscriber.id(), cookie));
    }
}
