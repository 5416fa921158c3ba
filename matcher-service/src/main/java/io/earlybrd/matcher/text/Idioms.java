package io.earlybrd.matcher.text;

import io.earlybrd.matcher.text.Token.Kind;
import java.util.Map;
import java.util.Set;

/**
 * Tells the languages {@code Go}, {@code C} and {@code R} from the words that look like them. Such a word is not the language next
 * to one of the words below, blank or hyphen between them: "go-to-market", "C-level", "Series C". {@code Go} is besides taken for
 * the verb where it stands in small letters next to a word that only the verb goes with: "to go above and beyond".
 */
final class Idioms {

    static final Map<String, Neighbours> IDIOMS = Map.of(
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

    static final Neighbours OF_THE_VERB = new Neighbours(
            Set.of(
                    "to", "we", "you", "they", "i", "ll", "will", "can", "should", "would", "let", "lets", "it",
                    "things"),
            Set.of(
                    "to", "above", "the", "beyond", "forward", "back", "home", "out", "through", "further", "over",
                    "up", "down", "deep", "deeper", "far", "hand", "wrong", "well"));

    private static final int WIDEST_GAP = 2;
    private static final int NONE = -1;

    private static final long GO = Terms.hash("go");
    private static final long C = Terms.hash("c");
    private static final long R = Terms.hash("r");
    private static final long TO = Terms.hash("to");
    private static final long MARKET = Terms.hash("market");

    private final String text;
    private final Tokens tokens;

    private Idioms(String text, Tokens tokens) {
        this.text = text;
        this.tokens = tokens;
    }

    /** Whether a term may be part of an idiom. */
    static boolean mayHold(long term) {
        return term == GO || term == C || term == R;
    }

    /** Binds every token of a text that is part of an idiom, so that it is no language there. */
    static void bind(String text, Tokens tokens) {
        Idioms idioms = new Idioms(text, tokens);
        for (int i = 0; i < tokens.size(); i++) {
            if (mayHold(tokens.term(i)) && tokens.kind(i) != Kind.SPELLING && idioms.holds(i)) {
                tokens.bind(i);
            }
        }
    }

    private boolean holds(int index) {
        long term = tokens.term(index);
        int before = wordBefore(index);
        int after = wordAfter(index);
        int tiedBefore = before != NONE && isTied(before, index) ? before : NONE;
        int tiedAfter = after != NONE && isTied(index, after) ? after : NONE;
        if (term != GO) {
            return has(IDIOMS.get(term == C ? "c" : "r"), tiedBefore, tiedAfter);
        }
        return has(IDIOMS.get("go"), tiedBefore, tiedAfter)
                || text.charAt(tokens.start(index)) == 'g' && has(OF_THE_VERB, tiedBefore, tiedAfter)
                || isMarket(after);
    }

    private boolean has(Neighbours neighbours, int before, int after) {
        return before != NONE && neighbours.termsBefore.contains(tokens.term(before))
                || after != NONE && neighbours.termsAfter.contains(tokens.term(after));
    }

    /** Go-To-Market keeps its capitals. */
    private boolean isMarket(int after) {
        if (after == NONE || tokens.term(after) != TO) {
            return false;
        }
        int next = wordAfter(after);
        return next != NONE && tokens.term(next) == MARKET;
    }

    /** Whether only blanks or a hyphen stand between two words. */
    private boolean isTied(int left, int right) {
        if (tokens.start(right) - tokens.end(left) > WIDEST_GAP) {
            return false;
        }
        for (int i = tokens.end(left); i < tokens.start(right); i++) {
            char between = text.charAt(i);
            if (between != ' ' && !Characters.isHyphen(between) && !Characters.isApostrophe(between)) {
                return false;
            }
        }
        return true;
    }

    private int wordBefore(int index) {
        int before = index - 1;
        while (before >= 0 && tokens.kind(before) == Kind.SPELLING) {
            before--;
        }
        return before;
    }

    private int wordAfter(int index) {
        int after = index + 1;
        while (after < tokens.size() && tokens.kind(after) == Kind.SPELLING) {
            after++;
        }
        return after < tokens.size() ? after : NONE;
    }

    /** Words before and after a word, of which one suffices. */
    static final class Neighbours {

        private final Set<String> before;
        private final Set<String> after;
        private final TermSet termsBefore;
        private final TermSet termsAfter;

        private Neighbours(Set<String> before, Set<String> after) {
            this.before = before;
            this.after = after;
            termsBefore = new TermSet(before);
            termsAfter = new TermSet(after);
        }

        Set<String> before() {
            return before;
        }

        Set<String> after() {
            return after;
        }
    }
}
