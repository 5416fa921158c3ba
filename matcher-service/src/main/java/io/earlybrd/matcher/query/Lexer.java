package io.earlybrd.matcher.query;

import io.earlybrd.matcher.query.Lexeme.Kind;
import java.util.Locale;
import java.util.Optional;

/**
 * Cuts a query's text into lexemes, in one pass. Where people have several habits it takes each for what was meant: square brackets
 * group, an exclamation mark before a word leaves it out, commas only separate. What is around a word without being part of it
 * ({@code #python}, {@code done.}) is dropped.
 */
final class Lexer {

    /** AND and NOT. */
    private static final int LONGEST_OPERATOR = 3;

    private final String text;
    private final Mistakes mistakes;
    private int at;
    /** What came before; {@link Kind#END} at the beginning. */
    private Kind before = Kind.END;
    /** Up to here no phrase in apostrophes ends. */
    private int openUntil;

    Lexer(String text, Mistakes mistakes) {
        this.text = text;
        this.mistakes = mistakes;
    }

    Lexeme next() {
        Lexeme next = read();
        before = next.kind();
        return next;
    }

    private Lexeme read() {
        skipToItem();
        int start = at;
        if (at == text.length()) {
            return Lexeme.of(Kind.END, new Span(start, start));
        }
        char character = text.charAt(at);
        if (Signs.isPlain(character)) {
            return prefixOrWord(start);
        }
        if (Signs.opens(character) || Signs.closes(character)) {
            return sign(Signs.opens(character) ? Kind.OPEN : Kind.CLOSE, start + 1);
        }
        if (Signs.isBar(character)) {
            return sign(Kind.OR, isAt(start + 1, Signs::isBar) ? start + 2 : start + 1);
        }
        if (text.startsWith("&&", start)) {
            return sign(Kind.AND, start + 2);
        }
        if (Signs.isQuote(character)) {
            return phrase(start, closingQuote(start));
        }
        if (Signs.isApostrophe(character)) {
            int close = closingApostrophe(start);
            return close < 0 ? word(start) : phrase(start, close);
        }
        if (Signs.isMinus(character) || character == '!' && !isLone(start + 1)) {
            return minus(start);
        }
        return word(start);
    }

    /** Goes to where the next lexeme begins: past what separates, and past what only decorates what follows ({@code +java}). */
    private void skipToItem() {
        while (at < text.length() && !Signs.isPlain(text.charAt(at))) {
            int end = at;
            if (Signs.separates(text.charAt(at))) {
                end++;
            } else {
                while (end < text.length() && decorates(end)) {
                    end++;
                }
            }
            if (end == at || isLone(end) && !Signs.separates(text.charAt(at))) {
                return;
            }
            at = end;
        }
    }

    /** Whether the character there is neither part of a word nor a sign. */
    private boolean decorates(int index) {
        char character = text.charAt(index);
        if (isSign(character)
                || character == '*'
                || isLone(index)
                || Signs.beginsWord(text.codePointAt(index))
                || text.startsWith("&&", index)) {
            return false;
        }
        if (Signs.isApostrophe(character)) {
            return closingApostrophe(index) < 0;
        }
        // ".NET"
        return character != '.' || index + 1 == text.length() || !Signs.beginsWord(text.codePointAt(index + 1));
    }

    private Lexeme sign(Kind kind, int end) {
        Span span = new Span(at, end);
        at = end;
        return Lexeme.of(kind, span);
    }

    private Lexeme phrase(int start, int close) {
        at = close + 1;
        return Lexeme.term(Kind.PHRASE, withSingleBlanks(start + 1, close), new Span(start, at));
    }

    private int closingQuote(int start) {
        int close = start + 1;
        while (close < text.length() && !Signs.isQuote(text.charAt(close))) {
            close++;
        }
        if (close == text.length()) {
            throw mistakes.unclosedQuote(start);
        }
        return close;
    }

    /** Where a phrase ends that begins with the apostrophe at {@code start}; negative if that is just an apostrophe. */
    private int closingApostrophe(int start) {
        int close = Math.max(start + 1, openUntil);
        while (close < text.length() && !isSignOfAPhrase(text.charAt(close))) {
            if (Signs.isApostrophe(text.charAt(close)) && isLone(close + 1)) {
                return close;
            }
            close++;
        }
        openUntil = close;
        return -1;
    }

    private Lexeme minus(int start) {
        // More than one says no more than one: "--manager", and phones make a dash of two.
        do {
            at++;
        } while (isAt(at, Signs::negates));
        Span span = new Span(start, at);
        if (isLone(at)) {
            throw mistakes.loneMinus(span);
        }
        return Lexeme.of(Kind.NOT, span);
    }

    /** {@code title:} and its like, letters and a colon, or else a word. */
    private Lexeme prefixOrWord(int start) {
        int end = start;
        while (end < text.length() && isAsciiLetter(text.charAt(end))) {
            end++;
        }
        int colon = end;
        while (colon < text.length() && Signs.isBlank(text.charAt(colon))) {
            colon++;
        }
        boolean mayBePrefix = end > start && colon < text.length() && text.charAt(colon) == ':';
        return mayBePrefix ? prefixOrWord(start, end, colon) : word(start);
    }

    private Lexeme prefixOrWord(int start, int end, int colon) {
        Optional<Scope> scope = Scope.named(text.substring(start, end));
        if (scope.isEmpty() && (colon > end || isEnding(colon))) {
            return word(start);
        }
        Span span = new Span(start, colon + 1);
        at = span.end();
        return Lexeme.prefix(scope.orElseThrow(() -> mistakes.unknownPrefix(span)), span);
    }

    private Lexeme word(int start) {
        while (at < text.length() && !endsWord(at)) {
            if (text.charAt(at) == '*' && !isEnding(at)) {
                throw mistakes.star(at);
            }
            at++;
        }
        Span span = new Span(start, lastOfWord(start));
        String word = span.of(text);
        if (word.length() > LONGEST_OPERATOR) {
            return Lexeme.term(Kind.WORD, word, span);
        }
        return switch (word) {
            case "OR" -> Lexeme.of(Kind.OR, span);
            case "AND" -> Lexeme.of(Kind.AND, span);
            case "NOT" -> Lexeme.of(Kind.NOT, span);
            default -> plain(word, span);
        };
    }

    /**
     * A short word that is no operator in capitals. In small letters it is one between two items, as in "nurse or midwife"; elsewhere it
     * is a word, and printed in quotation marks to remain one.
     */
    private Lexeme plain(String word, Span span) {
        boolean afterItem = before == Kind.WORD || before == Kind.PHRASE || before == Kind.CLOSE;
        switch (word.toLowerCase(Locale.ROOT)) {
            case "or" -> {
                return afterItem && !endsRow() ? Lexeme.of(Kind.OR, span) : Lexeme.term(Kind.PHRASE, word, span);
            }
            case "and" -> {
                return afterItem && !endsRow() ? Lexeme.of(Kind.AND, span) : Lexeme.term(Kind.PHRASE, word, span);
            }
            case "not" -> {
                boolean afterOperator = before == Kind.AND || before == Kind.OR;
                return (afterItem || afterOperator) && !endsRow() && !isFollowedByFor()
                        ? Lexeme.of(Kind.NOT, span)
                        : Lexeme.term(Kind.PHRASE, word, span);
            }
            default -> {
                return Lexeme.term(Kind.WORD, word, span);
            }
        }
    }

    /** Whether no item follows here. */
    private boolean endsRow() {
        int next = nextItem();
        return next == text.length() || Signs.closes(text.charAt(next)) || Signs.isBar(text.charAt(next));
    }

    /** "not for profit" is a kind of employer. */
    private boolean isFollowedByFor() {
        int next = nextItem();
        return text.regionMatches(true, next, "for", 0, 3) && isLone(next + 3);
    }

    private int nextItem() {
        int next = at;
        while (isAt(next, Signs::separates)) {
            next++;
        }
        return next;
    }

    /** One past the last character from {@code start} to here that belongs to a word; here if none does. */
    private int lastOfWord(int start) {
        int end = at;
        while (end > start && !Signs.endsWord(text.codePointBefore(end))) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        return end == start ? at : end;
    }

    private boolean endsWord(int index) {
        char character = text.charAt(index);
        if (Signs.isPlain(character)) {
            return false;
        }
        return Signs.isBlank(character)
                || isSignOfAPhrase(character)
                || Signs.isComma(character) && !isBetweenDigits(index)
                || text.startsWith("&&", index);
    }

    private boolean isBetweenDigits(int index) {
        return index > 0 && Character.isDigit(text.charAt(index - 1)) && isAt(index + 1, Character::isDigit);
    }

    /** Whether a German ending for women follows: {@code Entwickler*in}, {@code Entwickler:innen}. */
    private boolean isEnding(int index) {
        boolean plural = text.startsWith("innen", index + 1);
        int end = index + (plural ? 6 : 3);
        return (plural || text.startsWith("in", index + 1))
                && index > 0
                && Character.isLetter(text.charAt(index - 1))
                && !isAt(end, Character::isLetterOrDigit);
    }

    private String withSingleBlanks(int start, int end) {
        StringBuilder phrase = new StringBuilder(end - start);
        for (int i = start; i < end; i++) {
            char character = text.charAt(i);
            if (!Signs.isBlank(character)) {
                phrase.append(character);
            } else if (!phrase.isEmpty() && phrase.charAt(phrase.length() - 1) != ' ') {
                phrase.append(' ');
            }
        }
        return phrase.toString().strip();
    }

    /** Whether nothing that could be an item begins at this index. */
    private boolean isLone(int index) {
        return index >= text.length()
                || Signs.isBlank(text.charAt(index))
                || Signs.isComma(text.charAt(index))
                || Signs.closes(text.charAt(index))
                || Signs.isBar(text.charAt(index));
    }

    private boolean isAt(int index, CharTest test) {
        return index < text.length() && test.holds(text.charAt(index));
    }

    private static boolean isSign(char character) {
        return Signs.negates(character) || isSignOfAPhrase(character);
    }

    private static boolean isSignOfAPhrase(char character) {
        return Signs.isQuote(character) || Signs.opens(character) || Signs.closes(character) || Signs.isBar(character);
    }

    private static boolean isAsciiLetter(char character) {
        return character >= 'a' && character <= 'z' || character >= 'A' && character <= 'Z';
    }

    private interface CharTest {

        boolean holds(char character);
    }
}
