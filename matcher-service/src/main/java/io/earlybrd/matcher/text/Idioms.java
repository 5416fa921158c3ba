package io.earlybrd.matcher.text;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells the languages {@code Go}, {@code C} and {@code R} from the words that look like them. Such a word is not the language next
 * to one of the words below, blank or hyphen between them: "go-to-market", "C-level", "Series C". {@code Go} is besides taken for
 * the verb where it stands in small letters next to a word that only the verb goes with: "to go above and beyond".
 */
final class Idioms {

    private static final Map<String, Neighbours> IDIOMS = Map.of(
            "go",
                    new Neighbours(
                            Set.of("the"), Set.of("live", "getter", "getters", "between", "ahead", "kart", "karting")),
            "c",
                    new Neighbours(
                            Set.of(
                                    "objective",
                                    "vitamin",
                                    "hepatitis",
                                    "hep",
                                    "series",
                                    "usb",
                                    "type",
                                    "class",
                                    "plan"),
                            Set.of("level", "suite", "suites", "corp", "corps", "class", "section", "sections", "arm")),
            "r", new Neighbours(Set.of("toys"), Set.of("squared", "value", "values", "rated")));

    private static final Neighbours OF_THE_VERB = new Neighbours(
            Set.of(
                    "to", "we", "you", "they", "i", "ll", "will", "can", "should", "would", "let", "lets", "it",
                    "things"),
            Set.of(
                    "to", "above", "the", "beyond", "forward", "back", "home", "out", "through", "further", "over",
                    "up", "down", "deep", "deeper", "far", "hand", "wrong", "well"));

    private static final int WIDEST_GAP = 2;

    private Idioms() {}

    /** Whether the token at {@code index} is part of an idiom, so that it is no language there. */
    static boolean holds(String text, List<Token> words, int index) {
        Token word = words.get(index);
        Neighbours idioms = IDIOMS.get(word.term());
        if (idioms == null) {
            return false;
        }
        String before = index > 0 && isTied(text, words.get(index - 1), word)
                ? words.get(index - 1).term()
                : "";
        String after = index + 1 < words.size() && isTied(text, word, words.get(index + 1))
                ? words.get(index + 1).term()
                : "";
        return idioms.has(before, after)
                || word.term().equals("go") && (isVerb(text, word, before, after) || isMarket(words, index));
    }

    private static boolean isVerb(String text, Token word, String before, String after) {
        return text.charAt(word.start()) == 'g' && OF_THE_VERB.has(before, after);
    }

    /** Go-To-Market keeps its capitals. */
    private static boolean isMarket(List<Token> words, int index) {
        return index + 2 < words.size()
                && words.get(index + 1).term().equals("to")
                && words.get(index + 2).term().equals("market");
    }

    /** Whether only blanks or a hyphen stand between two words. */
    private static boolean isTied(String text, Token left, Token right) {
        if (right.start() - left.end() > WIDEST_GAP) {
            return false;
        }
        for (int i = left.end(); i < right.start(); i++) {
            char between = text.charAt(i);
            if (between != ' ' && !Characters.isHyphen(between) && !Characters.isApostrophe(between)) {
                return false;
            }
        }
        return true;
    }

    private record Neighbours(Set<String> before, Set<String> after) {

        boolean has(String left, String right) {
            return before.contains(left) || after.contains(right);
        }
    }
}
