package io.earlybrd.account.password;

import io.earlybrd.account.throttle.Guess;
import io.earlybrd.account.throttle.Guesses;
import io.earlybrd.account.web.TooBusy;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Checks passwords that people type, as long as they have not guessed too often. Owns the transactions that count. */
@ApplicationScoped
public class PasswordChecks {

    private final Passwords passwords;
    private final Guesses guesses;

    PasswordChecks(Passwords passwords, Guesses guesses) {
        this.passwords = passwords;
        this.guesses = guesses;
    }

    /**
     * Counts a guess and checks it. Whoever uses a right one has the guess forgotten ({@link Guesses#forget}) in the transaction
     * that uses it.
     *
     * @param hash of the right password; empty if there is none, which is as much work and always wrong
     */
    public Uni<CheckedPassword> check(Guess guess, String typed, Optional<String> hash) {
        return Panache.withTransaction(() -> guesses.take(guess))
                .chain(verdict -> verdict.allowed()
                        ? passwords
                                .matches(typed, hash)
                                .map(right -> new CheckedPassword(verdict, right))
                                // Who was sent away before anything was checked has not guessed.
                                .onFailure(TooBusy.class)
                                .call(() -> Panache.withTransaction(() -> guesses.giveBack(guess)))
                        : Uni.createFrom().item(new CheckedPassword(verdict, false)));
    }
}
