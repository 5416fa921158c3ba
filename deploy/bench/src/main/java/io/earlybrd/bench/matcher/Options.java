package io.earlybrd.bench.matcher;

import java.util.List;
import java.util.stream.Stream;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * What is measured.
 *
 * @param sizes numbers of alerts
 * @param full whether Lucene takes part with a million alerts
 * @param quick whether one short round suffices, for a look while one works on the index
 */
record Options(List<Size> sizes, boolean full, boolean quick) {

    /** {@code --full}, {@code --quick}, {@code --sizes=10k,100k,1m,10m}. */
    static Options of(String[] arguments) {
        boolean full = List.of(arguments).contains("--full");
        boolean quick = List.of(arguments).contains("--quick");
        String sizes = Stream.of(arguments)
                .filter(argument -> argument.startsWith("--sizes="))
                .map(argument -> argument.substring("--sizes=".length()))
                .findFirst()
                .orElse(full ? "10k,100k,1m,10m" : "10k,100k,1m");
        return new Options(Stream.of(sizes.split(",")).map(Size::of).toList(), full, quick);
    }

    /** Whether Lucene takes part. */
    boolean withLucene(Size size) {
        return size.alerts() <= Size.HUNDRED_THOUSAND.alerts() || full && size == Size.MILLION;
    }

    /** How many alerts a whole index is filled with, to see how long that takes. */
    Size sizeToBuild() {
        return sizes.contains(Size.MILLION) ? Size.MILLION : sizes.get(sizes.size() - 1);
    }

    Rounds rounds(Size size) {
        int turn = size.alerts() <= Size.HUNDRED_THOUSAND.alerts() ? 3 : 5;
        return quick
                ? new Rounds(1, TimeValue.seconds(3), TimeValue.seconds(2))
                : new Rounds(5, TimeValue.seconds(turn), TimeValue.seconds(turn));
    }
}
