package io.earlybrd.matcher.text;

import io.earlybrd.matcher.text.Chunk.Part;
import io.earlybrd.matcher.text.Token.Kind;
import java.util.List;
import java.util.Optional;

/**
 * Cuts a text into tokens. Most words are plain: letters and digits between separators, or tied to each other by a hyphen, an
 * apostrophe or a dot ({@link PlainWords}, {@link TiedWords}). Those are folded and hashed on the way, in one pass over the characters.
 * For every other stretch the rules are asked ({@link ChunkScanner}), which give the same tokens for plain words.
 */
final class Cutter {

    private final char[] characters;
    private final int length;
    private final PlainWords words;
    private final TiedWords tied;
    private final ChunkScanner rules;
    private final Tokens tokens;
    private int at;
    private int position;

    private Cutter(String text) {
        length = text.length();
        characters = new char[length + PlainWords.BEYOND];
        text.getChars(0, length, characters, 0);
        words = new PlainWords(characters);
        tied = new TiedWords(characters, words);
        rules = new ChunkScanner(text);
        tokens = new Tokens(length);
    }

    /** The tokens of a text. */
    static Tokens cut(String text) {
        Cutter cutter = new Cutter(text);
        cutter.cut();
        if (cutter.tokens.mayHoldIdioms()) {
            Idioms.bind(text, cutter.tokens);
        }
        return cutter.tokens;
    }

    private void cut() {
        while (at < length) {
            char kind = words.kindAt(at);
            if (PlainCharacters.isLetter(kind)) {
                word();
            } else if (kind == PlainCharacters.UNCLEAR) {
                unclear();
            } else if (mayBeDotNet()) {
                byRules();
            } else {
                at++;
            }
        }
    }

    /** Takes the word that begins with the letter here, and those that are tied to it. */
    private void word() {
        words.read(at);
        if (words.after() == PlainWords.After.END) {
            addWord(words.term(), words.end());
        } else if (words.after() == PlainWords.After.TIED && tied.read()) {
            position = tied.addTo(tokens, position);
            at = words.end();
        } else {
            byRules();
        }
    }

    /** Takes what stands here: a character that is a word, or whatever the rules say. */
    private void unclear() {
        char character = characters[at];
        boolean bare = at + 1 == length
                || !Character.isSurrogate(characters[at + 1]) && !Characters.isAttached(characters[at + 1]);
        if (bare && PlainCharacters.standsAlone(character)) {
            addWord(Terms.hashOfOne(character), at + 1);
        } else {
            byRules();
        }
    }

    private void addWord(long term, int end) {
        tokens.add(term, position, at, end, Kind.WORD);
        position++;
        at = end;
    }

    private boolean mayBeDotNet() {
        if (characters[at] != '.') {
            return false;
        }
        char next = words.kindAt(at + 1);
        return next == 'n' || next == PlainCharacters.UNCLEAR;
    }

    /** Takes the next written word from here on by all rules. */
    private void byRules() {
        Optional<Chunk> chunk = rules.next(at);
        at = rules.at();
        chunk.ifPresent(this::add);
    }

    private void add(Chunk chunk) {
        List<Part> parts = chunk.parts();
        int first = position;
        // "Node.js developer" must be found by "node developer": the js takes no position of its own.
        int last = first + parts.size() - (chunk.isScript() ? 2 : 1);
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            Kind kind = first + i > last ? Kind.SPELLING : chunk.isBound(i) ? Kind.BOUND : Kind.WORD;
            position = Math.min(first + i, last);
            tokens.add(Terms.hash(part.term()), position, part.start(), part.end(), kind);
            if (chunk.joined().isPresent() && (i == 0 || first + i == last)) {
                tokens.add(Terms.hash(chunk.joined().get()), position, chunk.start(), chunk.end(), Kind.SPELLING);
            }
        }
        position = last + 1;
    }
}
