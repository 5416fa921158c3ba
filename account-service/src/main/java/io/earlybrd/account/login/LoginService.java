package io.earlybrd.account.login;

import io.earlybrd.account.password.CheckedPassword;
import io.earlybrd.account.password.PasswordChecks;
import io.earlybrd.account.session.LogIns;
import io.earlybrd.account.subscriber.EmailAddress;
import io.earlybrd.account.subscriber.Subscriber;
import io.earlybrd.account.subscriber.Subscribers;
import io.earlybrd.account.throttle.ClientAddress;
import io.earlybrd.account.throttle.Guess;
import io.earlybrd.account.throttle.Guesses;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Checks address and password, and opens a session. */
@ApplicationScoped
class LoginService {

    private final Subscribers subscribers;
    private final PasswordChecks checks;
    private final Guesses guesses;
    private final LogIns logIns;
    private final LoginMetrics metrics;

    LoginService(Subscribers subscribers, PasswordChecks checks, Guesses guesses, LogIns logIns, LoginMetrics metrics) {
        this.subscribers = subscribers;
        this.checks = checks;
        this.guesses = guesses;
        this.logIns = logIns;
        this.metrics = metrics;
    }

    /** Tries to log somebody in on the browser that asks. */
    Uni<LoginOutcome> logIn(LoginForm form, RoutingContext request) {
        Optional<EmailAddress> email = EmailAddress.parse(form.email());
        Guess guess = new Guess(email.map(EmailAddress::key).orElse("none"), ClientAddress.of(request));
        return subscriber(email)
                .chain(subscriber -> checks.check(guess, form.password(), subscriber.map(Subscriber::passwordHash))
                        .chain(checked -> checked.right()
                                ? open(subscriber.orElseThrow(), request, guess)
                                : Uni.createFrom().item(refused(checked, subscriber))))
                .invoke(outcome -> note(outcome, guess.ip()));
    }

    /** For whoever has to find out later who tried to get in: the account by its id, never by its address. */
    private void note(LoginOutcome outcome, String ip) {
        metrics.counted(outcome.word());
        Log.infof(
                "log-in outcome=%s subscriberId=%s ip=%s",
                outcome.word(), outcome.subscriberId().map(UUID::toString).orElse("unknown"), ip);
    }

    private static LoginOutcome refused(CheckedPassword checked, Optional<Subscriber> subscriber) {
        Optional<UUID> subscriberId = subscriber.map(Subscriber::id);
        return checked.throttled()
                ? LoginOutcome.throttled(subscriberId, checked.verdict().retryAfter())
                : LoginOutcome.wrong(subscriberId);
    }

    private Uni<Optional<Subscriber>> subscriber(Optional<EmailAddress> email) {
        return email.map(address ->
                        Panache.withSession(() -> subscribers.with(address)).map(Optional::ofNullable))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    private Uni<LoginOutcome> open(Subscriber subscriber, RoutingContext request, Guess guess) {
        return Panache.withTransaction(() -> guesses.forget(guess).chain(() -> logIns.logIn(subscriber.id(), request)))
                .map(cookie -> LoginOutcome.loggedIn(subscriber.id(), cookie));
    }
}
