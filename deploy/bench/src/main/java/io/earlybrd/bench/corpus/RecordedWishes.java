package io.earlybrd.bench.corpus;

import io.earlybrd.events.JobPosted;
import io.earlybrd.testkit.SharedData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** Wishes in the words of real job ads: titles, and names of things that their texts write with a capital within a sentence. */
final class RecordedWishes implements Wishes {

    private static final Pattern NAME = Pattern.compile("(?<=[a-z,] )[A-Z][A-Za-z+#.]*[A-Za-z+#]");
    /** The most frequent ones; more than a thousand that one job passes are more than Lucene takes in a filter. */
    private static final int PLACES = 400;

    private static final Pattern WORD = Pattern.compile("[a-z][a-z+#]+");

    private final Weighted<List<String>> titles;
    private final Weighted<String> names;
    private final Weighted<String> places;
    private final List<String> employers;

    private RecordedWishes(
            Weighted<List<String>> titles, Weighted<String> names, Weighted<String> places, List<String> employers) {
        this.titles = titles;
        this.names = names;
        this.places = places;
        this.employers = employers;
    }

    static RecordedWishes of(List<JobPosted> jobs) {
        Map<String, Integer> names = new HashMap<>();
        jobs.forEach(job -> names(job).forEach(name -> names.merge(name, 1, Integer::sum)));
        return new RecordedWishes(
                Weighted.of(frequencies("titles"), Map.Entry::getValue).map(title -> words(title.getKey())),
                Weighted.of(
                                // What every tenth text names tells nothing apart; and the same in every run.
                                names.entrySet().stream()
                                        .filter(name -> name.getValue() * 10 <= jobs.size())
                                        .sorted(Map.Entry.comparingByKey())
                                        .toList(),
                                name -> Math.sqrt(name.getValue()))
                        .map(Map.Entry::getKey),
                Weighted.of(frequencies("locations").subList(0, PLACES), Map.Entry::getValue)
                        .map(Map.Entry::getKey),
                jobs.stream().map(JobPosted::company).distinct().toList());
    }

    @Override
    public String query(SplittableRandom random) {
        StringBuilder query = new StringBuilder(48);
        List<String> title = titles.next(random);
        if (!title.isEmpty() && random.nextInt(10) < 6) {
            int last = title.size() - 1;
            query.append(
                    last > 0 && random.nextInt(3) == 0
                            ? "\"" + title.get(last - 1) + " " + title.get(last) + "\""
                            : title.get(random.nextInt(title.size())));
        } else {
            query.append(names.next(random));
        }
        for (int terms = 1 + Math.max(random.nextInt(3), random.nextInt(3)); terms > 0; terms--) {
            query.append(
                    random.nextInt(6) == 0
                            ? " (" + names.next(random) + " OR " + names.next(random) + ")"
                            : " " + names.next(random));
        }
        if (random.nextInt(4) == 0 && !title.isEmpty()) {
            query.append(" -").append(titles.next(random).stream().findFirst().orElse("intern"));
        }
        return query.toString();
    }

    @Override
    public String place(SplittableRandom random) {
        return places.next(random);
    }

    @Override
    public String employer(SplittableRandom random) {
        return employers.get(random.nextInt(employers.size()));
    }

    private static Set<String> names(JobPosted job) {
        Set<String> names = new HashSet<>();
        Matcher found = NAME.matcher(job.description());
        while (found.find()) {
            names.add(found.group());
        }
        names.removeAll(Set.of("OR", "AND", "NOT"));
        return names;
    }

    /** The words of a title that are worth a search. */
    private static List<String> words(String title) {
        return WORD.matcher(title.toLowerCase(Locale.ROOT))
                .results()
                .map(word -> word.group())
                .filter(word -> word.length() > 2)
                .toList();
    }

    /** Values with how often they were seen, of those that name something. */
    private static List<Map.Entry<String, Integer>> frequencies(String what) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(SharedData.path("corpus/" + what + "_by_frequency.tsv.gz"))),
                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(line -> line.split("\t"))
                    .filter(cells -> cells.length == 2 && cells[0].chars().anyMatch(Character::isLetter))
                    .map(cells -> Map.entry(cells[0], Integer.parseInt(cells[1])))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
