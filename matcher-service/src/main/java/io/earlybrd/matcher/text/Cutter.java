package io.earlybrd.matcher.text;

import io.earlybrd.matcher.text.Chunk.Part;
import io.earlybrd.matcher.text.Token.Kind;
import java.util.List;
import java.util.Optional;

/**
 * Cuts a text into tokens. Most words are plain: letters and digits between separators, or tied to each other by a hyphen, an
 * apostrophe or a dot ({@link PlainWords}, {@link TiedWords}). First each character becomes a byte that says what it folds to, or what
 * it does between words ({@link PlainCharacters}); whatever the language, and however the text is stored. Then the words are found in
 * blocks of many bytes ({@link Block}), and hashed eight bytes at a time. For every other stretch the rules are asked
 * ({@link ChunkScanner}), which give the same tokens for plain words.
 */
final class Cutter {

    private final String text;
    private final byte[] kinds;
    private final Block block;
    private final PlainWords words;
    private final TiedWords tied;
    private final ChunkScanner rules;
    private final Tokens tokens;
    private int at;
    private int position;

    private Cutter(String text) {
        this.text = text;
        kinds = PlainCharacters.kinds(text, Block.READ);
        block = new Block(kinds);
        words = new PlainWords(text, kinds);
        tied = new TiedWords(text, words);
        rules = new ChunkScanner(text);
        tokens = new Tokens(text.length());
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
        while (at < text.length()) {
            cutBlock();
        }
    }

    /** Takes the plain words of the block that begins here, up to the first one that may be more; and that one. */
    private void cutBlock() {
        block.moveTo(at);
        int begin = at;
        long starts = block.starts();
        long ends = block.ends();
        tokens.reserve(Long.bitCount(ends));
        while (ends != 0) {
            int start = begin + Long.numberOfTrailingZeros(starts);
            int end = begin + Long.numberOfTrailingZeros(ends);
            long term = words.term(start, end);
            if (words.mayBeNotable(term, end)) {
                at = start;
                takeOthers();
                return;
            }
            tokens.addPlain(term, position, start, end);
            position++;
            starts &= starts - 1;
            ends &= ends - 1;
        }
        // A word that is left ends at the stop, or goes on behind the block.
        long left = starts | block.stops();
        at = begin + (left == 0 ? Block.LENGTH : Long.numberOfTrailingZeros(left));
        if (block.stops() != 0 || at == begin) {
            takeOthers();
        }
    }

    /** Takes one word or character after the other up to an ASCII letter, since of other scripts no block holds more than one. */
    private void takeOthers() {
        do {
            takeOther();
        } while (at < text.length() && !PlainCharacters.isAscii(kinds[at]));
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

    /** Takes what stands here, whatever it is. */
    private void takeOther() {
        switch (kinds[at]) {
            case PlainCharacters.DOT -> dot();
            case PlainCharacters.WORD -> character();
            case PlainCharacters.UNCLEAR -> unclear();
            // Mean something only behind a word.
            case PlainCharacters.SEPARATOR,
                    PlainCharacters.HYPHEN,
                    PlainCharacters.APOSTROPHE,
                    PlainCharacters.AMPERSAND,
                    PlainCharacters.PLUS,
                    PlainCharacters.SHARP -> at++;
            default -> word();
        }
    }

    private void dot() {
        if (words.mayBeDotNet(at)) {
            byRules();
        } else {
            at++;
        }
    }

    /** Takes a character that is a word, unless a mark belongs to it. */
    private void character() {
        boolean bare = at + 1 == text.length()
                || !Character.isSurrogate(text.charAt(at + 1)) && !Characters.isAttached(text.charAt(at + 1));
        if (bare) {
            addWord(Terms.hashOfOne(text.charAt(at)), at + 1);
        } else {
            byRules();
        }
    }

    /** Takes a word by all rules, or skips one of the pictures that stand for a bullet. */
    private void unclear() {
        int character = text.codePointAt(at);
        if (Characters.isWord(character)) {
            byRules();
        } else {
            at += Character.charCount(character);
        }
    }

    private void addWord(long term, int end) {
        tokens.add(term, position, at, end, Kind.WORD);
        position++;
        at = end;
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
