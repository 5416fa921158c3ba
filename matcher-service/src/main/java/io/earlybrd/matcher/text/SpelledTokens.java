package io.earlybrd.matcher.text;

import io.earlybrd.matcher.text.Chunk.Part;
import io.earlybrd.matcher.text.Idioms.Neighbours;
import io.earlybrd.matcher.text.Token.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tokens with their terms spelled out, as plainly as the rules can be said: every word of a text by {@link ChunkScanner}, every token an
 * object. {@link Cutter} gives the same tokens in less time, without the strings.
 */
final class SpelledTokens {

    private SpelledTokens() {}

    /** The words of a text in order, several spellings of a word at the same position. */
    static List<Token> of(String text) {
        List<Token> tokens = new ArrayList<>();
        ChunkScanner scanner = new ChunkScanner(text);
        int position = 0;
        for (Optional<Chunk> chunk = scanner.next(); chunk.isPresent(); chunk = scanner.next()) {
            position = append(chunk.get(), position, tokens);
        }
        return withIdiomsBound(text, tokens);
    }

    private static int append(Chunk chunk, int first, List<Token> tokens) {
        List<Part> parts = chunk.parts();
        int last = first + parts.size() - (chunk.isScript() ? 2 : 1);
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            Kind kind = first + i > last ? Kind.SPELLING : chunk.isBound(i) ? Kind.BOUND : Kind.WORD;
            int position = Math.min(first + i, last);
            tokens.add(new Token(part.term(), position, part.start(), part.end(), kind));
            if (chunk.joined().isPresent() && (i == 0 || first + i == last)) {
                tokens.add(new Token(chunk.joined().get(), position, chunk.start(), chunk.end(), Kind.SPELLING));
            }
        }
        return last + 1;
    }

    private static List<Token> withIdiomsBound(String text, List<Token> tokens) {
        List<Token> words =
                tokens.stream().filter(token -> token.kind() != Kind.SPELLING).toList();
        Set<Token> bound = new HashSet<>();
        for (int i = 0; i < words.size(); i++) {
            if (isIdiom(text, words, i)) {
                bound.add(words.get(i));
            }
        }
        tokens.replaceAll(token -> bound.contains(token)
                ? new Token(token.term(), token.position(), token.start(), token.end(), Kind.BOUND)
                : token);
        return tokens;
    }

    private static boolean isIdiom(String text, List<Token> words, int index) {
        Token word = words.get(index);
        if (!Idioms.IDIOMS.containsKey(word.term())) {
            return false;
        }
        String before = index > 0 && isTied(text, words.get(index - 1), word)
                ? words.get(index - 1).term()
                : "";
        String after = index + 1 < words.size() && isTied(text, word, words.get(index + 1))
                ? words.get(index + 1).term()
                : "";
        boolean market = index + 2 < words.size()
                && words.get(index + 1).term().equals("to")
                && words.get(index + 2).term().equals("market");
        boolean verb = text.charAt(word.start()) == 'g' && has(Idioms.OF_THE_VERB, before, after);
        return has(Idioms.IDIOMS.get(word.term()), before, after) || word.term().equals("go") && (verb || market);
    }

    private static boolean has(Neighbours neighbours, String before, String after) {
        return neighbours.before().contains(before) || neighbours.after().contains(after);
    }

    private static boolean isTied(String text, Token left, Token right) {
        if (right.start() - left.end() > 2) {
            return false;
        }
        return right.start() < left.end()
                || text.substring(left.end(), right.start())
                        .chars()
                        .allMatch(between -> between == ' '
                                || Characters.isHyphen((char) between)
                                || Characters.isApostrophe((char) between));
    }
}
