package io.earlybrd.bench.corpus;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * What made-up jobs and alerts consist of. The common words of job ads, the titles and skills of each trade and the cities are lists
 * beside this class; names of products and employers are put together from syllables, so there are as many as a real corpus has.
 */
final class Vocabulary {

    /** Names of products, projects, methods and places that only a few employers use. */
    private static final int NAMES = 30_000;

    private static final int EMPLOYERS = 4_000;

    private static final String[] ONSETS = {
        "b", "br", "c", "cl", "d", "dr", "f", "fl", "g", "gr", "h", "j", "k", "kr", "l", "m", "n", "p", "pr", "qu", "r",
        "s", "sk", "st", "t", "tr", "v", "w", "x", "z"
    };
    private static final String[] NUCLEI = {"a", "e", "i", "o", "u", "ai", "ea", "io", "ou"};
    private static final String[] CODAS = {"", "", "", "n", "r", "l", "x", "m", "nd", "rt", "st", "ck"};
    private static final List<String> KINDS =
            List.of("Labs", "Systems", "Health", "Bank", "Robotics", "Energy", "Foods", "Mobility", "Studios", "Group");

    final Weighted<Family> families;
    final Weighted<City> cities;
    final Weighted<String> countries;
    final Weighted<String> words;
    final Weighted<String> names;
    final Weighted<String> employers;

    Vocabulary(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        families = Weighted.of(Family.all(), Family::weight);
        cities = Weighted.of(City.all(), City::weight);
        countries = Weighted.of(Table.read("countries.txt"), row -> Double.parseDouble(row.get(0)))
                .map(row -> row.get(1));
        words = Weighted.zipf(words(), 1.0, 2);
        List<String> invented = invented(NAMES + EMPLOYERS, random);
        names = Weighted.zipf(invented.subList(0, NAMES), 0.7, 10);
        employers = Weighted.zipf(employers(invented.subList(NAMES, NAMES + EMPLOYERS)), 0.6, 5);
    }

    private static List<String> words() {
        Set<String> words = new LinkedHashSet<>();
        Table.read("words.txt").forEach(row -> words.addAll(List.of(row.get(0).split(" +"))));
        return List.copyOf(words);
    }

    private static List<String> invented(int count, SplittableRandom random) {
        Set<String> invented = new LinkedHashSet<>();
        StringBuilder word = new StringBuilder();
        while (invented.size() < count) {
            word.setLength(0);
            int syllables = 2 + random.nextInt(2);
            for (int i = 0; i < syllables; i++) {
                word.append(ONSETS[random.nextInt(ONSETS.length)])
                        .append(NUCLEI[random.nextInt(NUCLEI.length)])
                        .append(CODAS[random.nextInt(CODAS.length)]);
            }
            invented.add(word.toString());
        }
        return List.copyOf(invented);
    }

    /** A third of them has a second word. */
    private static List<String> employers(List<String> invented) {
        List<String> employers = new ArrayList<>(invented.size());
        for (int i = 0; i < invented.size(); i++) {
            String name = Character.toUpperCase(invented.get(i).charAt(0))
                    + invented.get(i).substring(1);
            employers.add(i % 3 == 0 ? name + " " + KINDS.get(i / 3 % KINDS.size()) : name);
        }
        return employers;
    }
}
