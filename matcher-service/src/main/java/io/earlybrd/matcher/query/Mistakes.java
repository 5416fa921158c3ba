package io.earlybrd.matcher.query;

import java.util.Locale;

/** Words every mistake in a query: what is wrong at which column, and what to do about it. */
final class Mistakes {

    private static final int LONGEST_SHOWN = 40;

    private final String text;

    Mistakes(String text) {
        this.text = text;
    }

    InvalidQuery tooLong() {
        return at(
                Query.MAX_LENGTH,
                "The query is " + text.length() + " characters long, " + Query.MAX_LENGTH
                        + " are allowed. Remove what stands from column %d on.");
    }

    InvalidQuery tooLongWrittenOut() {
        return at(
                0,
                "The query from column %d on is longer than " + Query.MAX_LENGTH
                        + " characters when prefixes and operators are written out. Remove some words.");
    }

    InvalidQuery tooManyTerms(Span term) {
        return at(
                term.start(),
                "The query has more than " + Query.MAX_TERMS
                        + " words and phrases. Remove those from column %d on, or make two alerts of it.");
    }

    InvalidQuery tooDeep(Span bracket) {
        return at(
                bracket.start(),
                "The brackets at column %d are the " + (Query.MAX_DEPTH + 1) + "th within each other, "
                        + Query.MAX_DEPTH + " are allowed. Remove some of them.");
    }

    InvalidQuery blank() {
        return at(0, "Nothing stands at column %d. Write at least one word that a job must contain.");
    }

    InvalidQuery unclosedBracket(Span bracket, Span closeAfter) {
        return at(
                bracket.start(), "The bracket at column %d is never closed. Add “)” after " + shown(closeAfter) + ".");
    }

    InvalidQuery unclosedEmptyBracket(Span bracket) {
        return at(
                bracket.start(), "The bracket at column %d is never closed. Remove it, or add words and “)” after it.");
    }

    InvalidQuery emptyBrackets(Span bracket) {
        return at(bracket.start(), "The brackets at column %d are empty. Put words between them, or remove them.");
    }

    InvalidQuery closesNothing(Span bracket) {
        return at(bracket.start(), "The bracket at column %d closes nothing. Remove it, or add “(” before it.");
    }

    InvalidQuery unclosedQuote(int quote) {
        return at(quote, "The quotation mark at column %d is never closed. Add another one where the phrase ends.");
    }

    InvalidQuery emptyPhrase(Span phrase) {
        return at(
                phrase.start(),
                "The quotation marks at column %d hold no word. Put words between them, or remove them.");
    }

    InvalidQuery noWord(Span word) {
        return at(
                word.start(),
                "“" + shown(word) + "” at column %d is no word to look for. Remove it, or put it in quotation marks"
                        + " together with its words.");
    }

    InvalidQuery star(int star) {
        return at(star, "The star at column %d has no meaning here: words are found whole. Write them out with OR.");
    }

    InvalidQuery nothingBefore(Span operator) {
        return at(
                operator.start(),
                "“" + shown(operator) + "” at column %d has nothing before it. Add a word, or "
                        + (isWord(operator) ? "put it in quotation marks if it is one." : "remove it."));
    }

    InvalidQuery nothingAfter(Span operator) {
        return at(
                operator.start(),
                "“" + shown(operator) + "” at column %d has nothing after it. Add a word, or "
                        + (isWord(operator) ? "put it in quotation marks if it is one." : "remove it."));
    }

    InvalidQuery loneMinus(Span minus) {
        return at(
                minus.start(),
                "The minus at column %d stands alone. Put it directly before what to leave out, or remove it.");
    }

    InvalidQuery unknownPrefix(Span prefix) {
        return at(
                prefix.start(),
                "“" + shown(prefix) + "” at column %d is not known. "
                        + switch (prefix.of(text).toLowerCase(Locale.ROOT)) {
                            case "location:", "place:", "city:", "country:", "region:", "state:", "near:", "in:" ->
                                "Name" + " places in the alert's field for places instead.";
                            case "salary:", "pay:", "wage:" -> "Name the pay in the alert's field for pay instead.";
                            case "remote:", "workplace:", "type:", "jobtype:", "level:", "seniority:", "experience:" ->
                                "Choose" + " it among the alert's filters instead.";
                            default -> "Use title: or company:, or put the words in quotation marks.";
                        });
    }

    InvalidQuery nestedPrefix(Span prefix) {
        return at(
                prefix.start(),
                "“" + shown(prefix) + "” at column %d stands within another prefix. Remove one of the two.");
    }

    InvalidQuery onlyExcludes(Span query) {
        return at(
                query.start(),
                "From column %d on, the query only says what to leave out. Add a word that a job must contain:"
                        + " developer -manager.");
    }

    InvalidQuery alternativeOnlyExcludes(Span alternative) {
        return at(
                alternative.start(),
                "The alternative at column %d only says what to leave out, so nearly every job would match. Put it after"
                        + " brackets: (sre OR devops) -manager.");
    }

    /** OR is also an operating room, and a state. */
    private boolean isWord(Span operator) {
        return Character.isLetter(text.charAt(operator.end() - 1));
    }

    private InvalidQuery at(int offset, String sentence) {
        int column = text.codePointCount(0, offset) + 1;
        return new InvalidQuery(column, sentence.replace("%d", Integer.toString(column)));
    }

    private String shown(Span span) {
        String part = span.of(text);
        return part.codePointCount(0, part.length()) <= LONGEST_SHOWN
                ? part
                : part.substring(0, part.offsetByCodePoints(0, LONGEST_SHOWN)) + "…";
    }
}
