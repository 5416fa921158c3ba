package io.earlybrd.matcher.memo;

import java.util.function.Function;

/**
 * What a function made of its latest arguments, so that it need not make it again. Each argument has two places, which it shares with others;
 * whoever came last of them stays. So a look costs a few nanoseconds and changes nothing, while a cache that finds out what is asked
 * for most writes that down at every look.
 *
 * <p>Safe for concurrent use if the function is; it may be called more than once with an argument.
 *
 * @param <K> arguments, equal if the same is made of them
 * @param <V> what is made of them; does not change
 */
public final class Memo<K, V> {

    private final Function<K, V> function;
    /** What stands here does not change, so that whoever sees it sees all of it. */
    private final Made<K, V>[] places;

    /** @param places how many results are kept at most; a power of two */
    @SuppressWarnings("unchecked")
    public Memo(int places, Function<K, V> function) {
        this.function = function;
        this.places = (Made<K, V>[]) new Made<?, ?>[places];
    }

    /**
     * What the function makes of an argument.
     *
     * @throws RuntimeException if the function does; nothing is kept of that
     */
    public V of(K argument) {
        int place = placeOf(argument);
        Made<K, V> last = places[place];
        if (last != null && last.argument.equals(argument)) {
            return last.result;
        }
        Made<K, V> before = places[place + 1];
        if (before != null && before.argument.equals(argument)) {
            return before.result;
        }
        V result = function.apply(argument);
        places[place] = new Made<>(argument, result);
        places[place + 1] = last;
        return result;
    }

    /** The first of the two places of an argument. */
    private int placeOf(K argument) {
        int hash = argument.hashCode();
        return (hash ^ hash >>> 16) & places.length - 2;
    }

    private record Made<K, V>(K argument, V result) {}
}
