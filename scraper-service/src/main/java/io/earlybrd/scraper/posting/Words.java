package io.earlybrd.scraper.posting;

import io.earlybrd.events.Place;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Titles and texts as words, without what differs between the copies of one job: case, punctuation, and its own places. */
final class Words {

    /** Whom the employer wants to address, not what the job is: {@code (m/w/d)}. */
    private static final Pattern GENDERS =
            Pattern.compile("\\(\\s*(?:[mwfdxhni](?:\\s*[/|,:*]\\s*[mwfdxhni])+|all genders|gn)\\s*\\)");

    private static final Pattern LAST_PART =
            Pattern.compile("^(.+?)\\s*(?:\\s[-–—]|[|,(@])\\s*([^-–—|,()@]+)\\)?\\s*$");
    private static final Pattern PARTS_OF_PLACE = Pattern.compile("[,;()/|]|\\s[-–—]\\s");

    /** They say how, not where: a text that speaks of them speaks of the job. */
    private static final Set<String> NO_PLACE = Set.of("remote", "hybrid", "onsite", "office", "home", "anywhere");

    private Words() {}

    /** The words of a text in lower case. */
    static List<String> of(String text) {
        String letters = (Normalizer.isNormalized(text, Normalizer.Form.NFKC)
                        ? text
                        : Normalizer.normalize(text, Normalizer.Form.NFKC))
                .toLowerCase(Locale.ROOT);
        List<String> words = new ArrayList<>();
        int begin = -1;
        for (int i = 0; i < letters.length(); i++) {
            boolean within = isOfWord(letters.charAt(i));
            if (within && begin < 0) {
                begin = i;
            } else if (!within && begin >= 0) {
                words.add(letters.substring(begin, i));
                begin = -1;
            }
        }
        if (begin >= 0) {
            words.add(letters.substring(begin));
        }
        return words;
    }

    /** {@code C++} is not {@code C#}. Characters of rare scripts come in halves, and marks belong to their letters. */
    private static boolean isOfWord(char c) {
        return Character.isLetterOrDigit(c)
                || c == '+'
                || c == '#'
                || Character.isSurrogate(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK;
    }

    /** The title in lower case, each word after one blank, without the genders, and without the job's own places at its end. */
    static String title(String title, List<Place> places) {
        String rest = GENDERS.matcher(title.toLowerCase(Locale.ROOT)).replaceAll(" ");
        Set<List<String>> own = Set.copyOf(partsOf(places));
        var last = LAST_PART.matcher(rest);
        while (last.matches() && own.contains(of(last.group(2)))) {
            rest = last.group(1);
            last = LAST_PART.matcher(rest);
        }
        return String.join(" ", of(rest));
    }

    /** The words of the job's text without the names of its own places. */
    static List<String> text(String text, List<Place> places) {
        List<List<String>> own = partsOf(places);
        List<String> words = of(text);
        List<String> kept = new ArrayList<>(words.size());
        int i = 0;
        while (i < words.size()) {
            int named = lengthOfPlace(words, i, own);
            if (named == 0) {
                kept.add(words.get(i));
            }
            i += Math.max(1, named);
        }
        return kept;
    }

    private static int lengthOfPlace(List<String> words, int from, List<List<String>> places) {
        int longest = 0;
        String word = words.get(from);
        for (List<String> place : places) {
            int to = from + place.size();
            if (place.get(0).equals(word)
                    && place.size() > longest
                    && to <= words.size()
                    && words.subList(from, to).equals(place)) {
                longest = place.size();
            }
        }
        return longest;
    }

    /** {@code "Oslo, Norway"} is Oslo and Norway. */
    private static List<List<String>> partsOf(List<Place> places) {
        return places.stream()
                .flatMap(place -> PARTS_OF_PLACE.splitAsStream(place.text()))
                .map(Words::of)
                .filter(words -> !words.isEmpty() && !NO_PLACE.contains(words.get(0)))
                .distinct()
                .toList();
    }
}
