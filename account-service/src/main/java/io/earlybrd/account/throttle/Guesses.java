package io.earlybrd.account.throttle;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Counts guesses at passwords, wherever one is asked for. All methods must be called within a Panache transaction, and change the
 * counts in one order, so that two guesses never wait for each other.
 */
@ApplicationScoped
public class Guesses {

    private final Throttle throttle;

    Guesses(Throttle throttle) {
        this.throttle = throttle;
    }

    /** Counts a guess before it is checked, unless there were too many. */
    public Uni<Verdict> take(Guess guess) {
        return throttle.take(guess.perIp(), guess.perAccount());
    }

    /** Counts a guess no longer, because nobody checked it. */
    public Uni<Void> giveBack(Guess guess) {
        return throttle.giveBack(guess.perIp()).chain(() -> throttle.giveBack(guess.perAccount()));
    }

    /** Counts a guess no longer, because it was right, nor those at the same account before it. */
    public Uni<Void> forget(Guess guess) {
        return throttle.giveBack(guess.perIp()).chain(() -> forgetEarlier(guess));
    }

    /** Counts the guesses at an account no longer, because it has another password now. */
    public Uni<Void> forgetEarlier(Guess guess) {
        return throttle.forget(guess.perAccount());
    }
}
