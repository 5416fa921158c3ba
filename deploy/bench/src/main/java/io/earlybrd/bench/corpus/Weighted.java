package io.earlybrd.bench.corpus;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Draws values of which some are more frequent than others, in constant time. The alias method [1].
 *
 * <p>[1] Walker, "An Efficient Method for Generating Discrete Random Variables with General Distributions", ACM TOMS 1977.
 */
final class Weighted<T> {

    private final List<T> values;
    /** With this probability the value of a slot, else its alias. */
    private final double[] probability;

    private final int[] alias;

    private Weighted(List<T> values, double[] probability, int[] alias) {
        this.values = List.copyOf(values);
        this.probability = probability;
        this.alias = alias;
    }

    private static <T> Weighted<T> of(List<T> values, double[] weights) {
        int size = weights.length;
        double[] probability = new double[size];
        int[] alias = new int[size];
        double sum = Arrays.stream(weights).sum();
        int[] queue = new int[size];
        int small = 0;
        int large = size;
        for (int i = 0; i < size; i++) {
            probability[i] = weights[i] * size / sum;
            queue[probability[i] < 1 ? small++ : --large] = i;
        }
        while (small > 0 && large < size) {
            int less = queue[--small];
            int more = queue[large];
            alias[less] = more;
            probability[more] -= 1 - probability[less];
            if (probability[more] < 1) {
                large++;
                queue[small++] = more;
            }
        }
        while (small > 0) {
            probability[queue[--small]] = 1;
        }
        while (large < size) {
            probability[queue[large++]] = 1;
        }
        return new Weighted<>(values, probability, alias);
    }

    static <T> Weighted<T> of(List<T> values, ToDoubleFunction<T> weight) {
        return of(values, values.stream().mapToDouble(weight).toArray());
    }

    /**
     * By Zipf's law: the value of rank r, counted from 1, has the weight (r + shift)^-exponent. Words of a language have an exponent
     * near 1.
     *
     * @param shift flattens the head: the first values are no longer that much more frequent than those behind them
     */
    static <T> Weighted<T> zipf(List<T> values, double exponent, double shift) {
        double[] weights = new double[values.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Math.pow(i + 1 + shift, -exponent);
        }
        return of(values, weights);
    }

    T next(SplittableRandom random) {
        int slot = random.nextInt(probability.length);
        return values.get(random.nextDouble() < probability[slot] ? slot : alias[slot]);
    }

    /** Draws what becomes of the values, each as often as its origin. */
    <R> Weighted<R> map(Function<T, R> function) {
        return new Weighted<>(values.stream().map(function).toList(), probability, alias);
    }
}
