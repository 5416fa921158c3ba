package io.earlybrd.matcher.text;

import io.earlybrd.matcher.memo.Memo;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Cuts text into words in the way of the trade; the rules for queries and for jobs are these and no others.
 *
 * <ul>
 *   <li>Words are whole: {@code java} is not in "JavaScript", {@code ios} not in "curiosity". Nothing is stemmed.
 *   <li>Case, accents, ligatures and full-width forms fold away ({@link Folding}).
 *   <li>{@code C++}, {@code C#}, {@code F#} and {@code .NET} are words of their own, so {@code C} is not in "C++".
 *   <li>A hyphen, an apostrophe or a dot within a word makes parts that count one after the other, and besides the whole spelled as
 *       one: "cyber-security" is found by {@code cybersecurity}, {@code cyber-security}, {@code "cyber security"} and
 *       {@code security}. A possessive {@code 's} is dropped.
 *   <li>Some words are always taken so ({@link Compounds}): "front-end", "front end" and "frontend" are the same, and so are
 *       "Node.js", "NodeJS" and "Node JS".
 *   <li>A slash or comma only separates: "C/C++" is two words, "CI/CD" is found by {@code CI}, {@code CD}, {@code CI/CD} and
 *       {@code CICD}.
 *   <li>Chinese, Japanese, Korean and Thai characters are one word each; a query in them finds them in a row.
 *   <li>Some words are not what they look like ({@link Idioms}): {@code Go} is not in "go-to-market", {@code R} not in "R&D".
 * </ul>
 *
 * <p>Time and memory are linear in the length of the text. The words of a job come out as a {@link TokenisedText}.
 */
public final class Tokeniser {

    /** Longer texts are not kept. */
    private static final int LONGEST_KEPT = 32;

    /** A spelling of {@code .NET}. */
    private static final String DOT_NET = "dotnet";

    /** Spellings of the words that queries are made of, which are mostly the same. */
    private static final Memo<String, Spellings> KEPT = new Memo<>(1 << 12, Tokeniser::spell);

    private Tokeniser() {}

    /** The words of a text in order, spelled out, several spellings of a word at the same position. */
    public static List<Token> tokens(String text) {
        return SpelledTokens.of(text);
    }

    /**
     * The spellings under which a text of a query is found, each a row of terms: {@code front-end} is found as {@code front} before
     * {@code end}, and as {@code frontend}. Empty if the text holds no word.
     */
    public static List<List<String>> spellings(String text) {
        return spelled(text).terms();
    }

    /** The same, with its rows as texts are asked for them. */
    public static Spellings spelled(String text) {
        return text.length() > LONGEST_KEPT ? spell(text) : KEPT.of(text);
    }

    private static Spellings spell(String text) {
        String[] words = text.split(" ");
        for (int i = 0; i < words.length; i++) {
            if (!isOfLettersAndDigits(words[i])) {
                return spellByRules(text);
            }
            words[i] = words[i].toLowerCase(Locale.ROOT);
            if (words[i].equals(DOT_NET) || !Compounds.partsOf(words[i]).isEmpty()) {
                return spellByRules(text);
            }
        }
        return words.length == 0 ? spellByRules(text) : Spellings.of(List.of(List.of(words)));
    }

    /** Whether it is a word of ASCII, as nearly all are that are not remembered; of these the rules change only a few. */
    private static boolean isOfLettersAndDigits(String word) {
        for (int i = 0; i < word.length(); i++) {
            char character = word.charAt(i);
            boolean plain = character >= 'a' && character <= 'z'
                    || character >= 'A' && character <= 'Z'
                    || character >= '0' && character <= '9';
            if (!plain) {
                return false;
            }
        }
        return !word.isEmpty();
    }

    private static Spellings spellByRules(String text) {
        List<String> apart = new ArrayList<>();
        List<String> joined = new ArrayList<>();
        ChunkScanner scanner = new ChunkScanner(text);
        for (Optional<Chunk> next = scanner.next(); next.isPresent(); next = scanner.next()) {
            Chunk chunk = next.get();
            apart.addAll(chunk.terms());
            joined.addAll(chunk.joined().isPresent() ? List.of(chunk.joined().get()) : chunk.terms());
        }
        if (apart.isEmpty()) {
            return Spellings.of(List.of());
        }
        List<String> written = List.copyOf(apart);
        return Spellings.of(joined.equals(apart) ? List.of(written) : List.of(written, List.copyOf(joined)));
    }
}
