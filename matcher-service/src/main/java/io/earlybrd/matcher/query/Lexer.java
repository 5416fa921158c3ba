package io.earlybrd.matcher.query;

import io.earlybrd.matcher.query.Lexeme.Kind;
import java.util.Optional;

/** Cuts a query's text into lexemes. Quotation marks and minus signs that phones put in count as the plain ones. */
final class Lexer {

    private static final String QUOTES = "\"“”„‟«»＂";
    private static final String MINUSES = "-−–";

    private final String text;
    private final Mistakes mistakes;
    private int at;

    Lexer(String text, Mistakes mistakes) {
        this.text = text;
        this.mistakes = mistakes;
    }

    Lexeme next() {
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
        int start = at;
        if (at == text.length()) {
            return Lexeme.of(Kind.END, new Span(start, start));
        }
        char character = text.charAt(at);
        if (character == '(' || character == ')') {
            at++;
            return Lexeme.of(character == '(' ? Kind.OPEN : Kind.CLOSE, new Span(start, at));
        }
        if (character == '|') {
            at += text.startsWith("||", at) ? 2 : 1;
            return Lexeme.of(Kind.OR, new Span(start, at));
        }
        if (isQuote(character)) {
            return phrase(start);
        }
        if (MINUSES.indexOf(character) >= 0) {
            return minus(start);
        }
        return prefix(start).orElseGet(() -> word(start));
    }

    private Lexeme phrase(int start) {
        int end = start + 1;
        while (end < text.length() && !isQuote(text.charAt(end))) {
            end++;
        }
        if (end == text.length()) {
            throw mistakes.unclosedQuote(start);
        }
        at = end + 1;
        return Lexeme.term(Kind.PHRASE, withSingleBlanks(start + 1, end), new Span(start, at));
    }

    private Lexeme minus(int start) {
        at++;
        Span span = new Span(start, at);
        if (at == text.length() || isBlank(text.charAt(at)) || text.charAt(at) == ')' || text.charAt(at) == '|') {
            throw mistakes.loneMinus(span);
        }
        return Lexeme.of(Kind.NOT, span);
    }

    /** {@code title:} and its like: letters and a colon. */
    private Optional<Lexeme> prefix(int start) {
        int colon = start;
        while (colon < text.length() && isAsciiLetter(text.charAt(colon))) {
            colon++;
        }
        if (colon == start || colon == text.length() || text.charAt(colon) != ':') {
            return Optional.empty();
        }
        Span span = new Span(start, colon + 1);
        Scope scope = Scope.named(text.substring(start, colon)).orElseThrow(() -> mistakes.unknownPrefix(span));
        at = span.end();
        return Optional.of(Lexeme.prefix(scope, span));
    }

    private Lexeme word(int start) {
        while (at < text.length() && !endsWord(text.charAt(at))) {
            if (text.charAt(at) == '*') {
                throw mistakes.star(at);
            }
            at++;
        }
        Span span = new Span(start, at);
        String word = span.of(text);
        return switch (word) {
            case "OR" -> Lexeme.of(Kind.OR, span);
            case "AND" -> Lexeme.of(Kind.AND, span);
            case "NOT" -> Lexeme.of(Kind.NOT, span);
            default -> Lexeme.term(Kind.WORD, word, span);
        };
    }

    private String withSingleBlanks(int start, int end) {
        StringBuilder phrase = new StringBuilder(end - start);
        for (int i = start; i < end; i++) {
            char character = text.charAt(i);
            if (!isBlank(character)) {
                phrase.append(character);
            } else if (!phrase.isEmpty() && phrase.charAt(phrase.length() - 1) != ' ') {
                phrase.append(' ');
            }
        }
        return phrase.toString().strip();
    }

    private static boolean endsWord(char character) {
        return isBlank(character) || character == '(' || character == ')' || character == '|' || isQuote(character);
    }

    private static boolean isQuote(char character) {
        return QUOTES.indexOf(character) >= 0;
    }

    private static boolean isAsciiLetter(char character) {
        return character >= 'a' && character <= 'z' || character >= 'A' && character <= 'Z';
    }

    private static boolean isBlank(char character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.isISOControl(character);
    }
}
