package io.earlybrd.bench.corpus;

import java.util.List;
import java.util.stream.Stream;

/**
 * Jobs of one kind.
 *
 * @param weight how common they are, among all families
 * @param titles what they are called, the commonest first
 * @param skills what they ask for, the commonest first
 */
record Family(double weight, Weighted<String> titles, Weighted<String> skills) {

    static List<Family> all() {
        return Table.read("families.txt").stream()
                .map(row -> new Family(
                        Double.parseDouble(row.get(0)),
                        Weighted.zipf(split(row.get(1)), 0.8, 0),
                        Weighted.zipf(split(row.get(2)), 0.7, 2)))
                .toList();
    }

    private static List<String> split(String cell) {
        return Stream.of(cell.split(";")).map(String::strip).toList();
    }
}
