package io.earlybrd.matcher.query;

import io.earlybrd.matcher.text.Tokeniser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The common other names of words and phrases, from {@code aliases.txt}, which says what belongs there. */
final class Aliases {

    private static final String FILE = "aliases.txt";
    private static final String AND = "and";

    /** By every row of terms that a name is found by. */
    private final Map<List<String>, Group> groups = new HashMap<>();

    /** What names of several words begin with. */
    private final Set<String> beginnings;

    private final int longest;

    private Aliases(List<String> lines) {
        for (String line : lines) {
            if (!line.isBlank() && !line.startsWith("#")) {
                add(line);
            }
        }
        beginnings = groups.keySet().stream()
                .filter(row -> row.size() > 1)
                .map(row -> row.get(0))
                .collect(Collectors.toSet());
        longest = groups.keySet().stream().mapToInt(List::size).max().orElse(0);
    }

    /** Those that come with the service; they are read when they are first asked for. */
    static Aliases ofTheTrade() {
        return OfTheTrade.INSTANCE;
    }

    /**
     * Reads lines in the form of the file.
     *
     * @throws IllegalArgumentException that quotes the line at fault
     */
    static Aliases of(List<String> lines) {
        return new Aliases(lines);
    }

    /** The other names of what is spelled so, in the order of the file; empty if there are none. */
    List<Name> of(Collection<List<String>> spellings) {
        return spellings.stream()
                .map(groups::get)
                .filter(Objects::nonNull)
                .findFirst()
                .map(group -> group.without(spellings))
                .orElse(List.of());
    }

    /** Whether a name of several words begins with this term. */
    boolean mayBeginWith(String term) {
        return beginnings.contains(term);
    }

    /** Words of the longest name. */
    int longest() {
        return longest;
    }

    /** Number of different things that have other names. */
    int count() {
        return (int) groups.values().stream().distinct().count();
    }

    private void add(String line) {
        String[] sides = line.split("->", 2);
        List<Name> found = names(sides[sides.length - 1], line);
        List<Name> only = sides.length == 1 ? List.of() : names(sides[0], line);
        Group group = new Group(found);
        for (Name name : found) {
            index(name, group, line);
        }
        for (Name name : only) {
            index(name, group, line);
        }
    }

    private void index(Name name, Group group, String line) {
        for (List<String> row : name.spellings()) {
            Group other = groups.putIfAbsent(row, group);
            if (other != null && other != group) {
                throw new IllegalArgumentException("“" + name.text() + "” has another line, too: " + line);
            }
            groups.putIfAbsent(withoutAnd(row), group);
        }
    }

    /** What becomes of "research and development" that is written without quotation marks. */
    private static List<String> withoutAnd(List<String> row) {
        return row.stream().filter(word -> !word.equals(AND)).toList();
    }

    private static List<Name> names(String side, String line) {
        return Arrays.stream(side.split("="))
                .map(String::strip)
                .map(text -> new Name(text, Tokeniser.spellings(text)))
                .peek(name -> {
                    if (name.spellings().isEmpty()) {
                        throw new IllegalArgumentException("a name is missing: " + line);
                    }
                })
                .toList();
    }

    /**
     * A name.
     *
     * @param text as it is shown
     * @param spellings the rows of terms that it is found by
     */
    record Name(String text, List<List<String>> spellings) {

        private boolean isAmong(Collection<List<String>> rows) {
            return spellings.stream().anyMatch(row -> rows.contains(row) || rows.contains(withoutAnd(row)));
        }
    }

    /** @param found the names that a search for one of the group finds */
    private record Group(List<Name> found) {

        List<Name> without(Collection<List<String>> spellings) {
            return found.stream().filter(name -> !name.isAmong(spellings)).toList();
        }
    }

    private static final class OfTheTrade {

        private static final Aliases INSTANCE = new Aliases(read());

        private static List<String> read() {
            List<String> lines = new ArrayList<>();
            try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                    Objects.requireNonNull(Aliases.class.getResourceAsStream(FILE), FILE), StandardCharsets.UTF_8))) {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    lines.add(line);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return lines;
        }
    }
}
