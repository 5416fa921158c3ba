package io.earlybrd.account.source;

import java.util.Optional;
import java.util.function.Function;

/**
 * What the scraper said.
 *
 * @param value its answer
 * @param refusal why it does not do what was asked: a sentence for people; empty if it did, or said nothing
 */
public record Reply<T>(Optional<T> value, String refusal) {

    static <T> Reply<T> of(T value) {
        return new Reply<>(Optional.of(value), "");
    }

    static <T> Reply<T> refused(String why) {
        return new Reply<>(Optional.empty(), why);
    }

    static <T> Reply<T> silence() {
        return new Reply<>(Optional.empty(), "");
    }

    /** Whether it refused. */
    public boolean refused() {
        return !refusal.isEmpty();
    }

    /** Whether it did not answer. */
    public boolean silent() {
        return value.isEmpty() && refusal.isEmpty();
    }

    /** The same reply with another kind of answer. */
    public <R> Reply<R> map(Function<T, R> change) {
        return new Reply<>(value.map(change), refusal);
    }
}
