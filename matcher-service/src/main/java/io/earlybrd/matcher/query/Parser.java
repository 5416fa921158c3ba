package io.earlybrd.matcher.query;

import io.earlybrd.matcher.query.Clause.AllOf;
import io.earlybrd.matcher.query.Clause.AnyOf;
import io.earlybrd.matcher.query.Clause.Not;
import io.earlybrd.matcher.query.Clause.Term;
import io.earlybrd.matcher.query.Lexeme.Kind;
import io.earlybrd.matcher.text.Spellings;
import io.earlybrd.matcher.text.Tokeniser;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a query by recursive descent, in one pass.
 *
 * <pre>
 * alternatives = row { "OR" row }
 * row          = item { [ "AND" ] item }
 * item         = { "NOT" | prefix } ( word | phrase | "(" alternatives ")" )
 * </pre>
 */
final class Parser {

    private final String text;
    private final Mistakes mistakes;
    private final Lexer lexer;
    private Lexeme lexeme;
    /** End of the lexeme before. */
    private int consumedTo;

    private int depth;
    private int terms;
    /** Where the bracket that is open would best be closed. */
    private Span closeAfter;

    Parser(String text) {
        this.text = text;
        mistakes = new Mistakes(text);
        lexer = new Lexer(text, mistakes);
    }

    Clause parse() {
        if (text.length() > Query.MAX_LENGTH) {
            throw mistakes.tooLong();
        }
        advance();
        if (lexeme.kind() == Kind.END) {
            throw mistakes.blank();
        }
        Clause query = alternatives(Scope.TEXT);
        if (lexeme.kind() == Kind.CLOSE) {
            throw mistakes.closesNothing(lexeme.span());
        }
        new Exclusions(mistakes).refuseIfAlone(query);
        if (text.length() + terms * Printer.MOST_ADDED > Query.MAX_LENGTH
                && Printer.print(query).length() > Query.MAX_LENGTH) {
            throw mistakes.tooLongWrittenOut();
        }
        return query;
    }

    private Clause alternatives(Scope scope) {
        int start = lexeme.span().start();
        Row row = row(scope);
        if (lexeme.kind() != Kind.OR && !(row.clause() instanceof AnyOf)) {
            closeAfter = row.last();
            return row.clause();
        }
        List<Clause> alternatives = new ArrayList<>(4);
        add(row.clause(), alternatives);
        while (lexeme.kind() == Kind.OR) {
            Span or = lexeme.span();
            advance();
            requireItem(or);
            row = row(scope);
            add(row.clause(), alternatives);
        }
        // In "(kubernetes OR k8s -manager" the last row has begun with what belongs to the brackets.
        closeAfter = row.first();
        return new AnyOf(alternatives, from(start));
    }

    private Row row(Scope scope) {
        if (lexeme.kind() == Kind.OR || lexeme.kind() == Kind.AND) {
            throw mistakes.nothingBefore(lexeme.span());
        }
        if (lexeme.kind() == Kind.CLOSE) {
            throw mistakes.closesNothing(lexeme.span());
        }
        int start = lexeme.span().start();
        Clause one = item(scope);
        Span first = from(start);
        Span last = first;
        passAnd();
        if (!lexeme.startsItem() && !(one instanceof AllOf)) {
            return new Row(one, first, last);
        }
        List<Clause> parts = new ArrayList<>(4);
        addPart(one, parts);
        while (lexeme.startsItem()) {
            int itemStart = lexeme.span().start();
            addPart(item(scope), parts);
            last = from(itemStart);
            passAnd();
        }
        return new Row(new AllOf(parts, new Span(start, last.end())), first, last);
    }

    private void passAnd() {
        if (lexeme.kind() == Kind.AND) {
            Span and = lexeme.span();
            advance();
            requireItem(and);
        }
    }

    private Clause item(Scope outer) {
        int start = lexeme.span().start();
        int termStart = -1;
        Scope scope = outer;
        boolean negated = false;
        while (lexeme.kind() == Kind.NOT || lexeme.kind() == Kind.PREFIX) {
            if (lexeme.kind() == Kind.NOT) {
                // Who writes NOT -manager wants no managers.
                negated = true;
            } else if (scope != Scope.TEXT) {
                throw mistakes.nestedPrefix(lexeme.span());
            } else {
                scope = lexeme.scope();
                termStart = lexeme.span().start();
            }
            Span operator = lexeme.span();
            advance();
            requireItem(operator);
        }
        Clause positive = lexeme.kind() == Kind.OPEN
                ? group(scope)
                : term(scope, termStart < 0 ? lexeme.span().start() : termStart);
        return negated ? not(positive, start) : positive;
    }

    private Clause group(Scope scope) {
        Span open = lexeme.span();
        if (++depth > Query.MAX_DEPTH) {
            throw mistakes.tooDeep(open);
        }
        advance();
        if (lexeme.kind() == Kind.CLOSE) {
            throw mistakes.emptyBrackets(open);
        }
        if (lexeme.kind() == Kind.END) {
            throw mistakes.unclosedEmptyBracket(open);
        }
        Clause inner = alternatives(scope);
        if (lexeme.kind() != Kind.CLOSE) {
            throw mistakes.unclosedBracket(open, closeAfter);
        }
        advance();
        depth--;
        return inner;
    }

    private Clause term(Scope scope, int start) {
        boolean quoted = lexeme.kind() == Kind.PHRASE;
        Spellings spelled = Tokeniser.spelled(lexeme.text());
        if (spelled.rows().isEmpty()) {
            throw quoted ? mistakes.emptyPhrase(lexeme.span()) : mistakes.noWord(lexeme.span());
        }
        if (++terms > Query.MAX_TERMS) {
            throw mistakes.tooManyTerms(lexeme.span());
        }
        Term term = new Term(
                scope,
                lexeme.text(),
                quoted,
                spelled,
                List.of(),
                new Span(start, lexeme.span().end()));
        advance();
        return term;
    }

    private Clause not(Clause part, int start) {
        return part instanceof Not inner ? inner.part() : new Not(part, from(start));
    }

    private static void addPart(Clause part, List<Clause> parts) {
        if (part instanceof AllOf inner) {
            parts.addAll(inner.parts());
        } else {
            parts.add(part);
        }
    }

    private static void add(Clause alternative, List<Clause> alternatives) {
        if (alternative instanceof AnyOf inner) {
            alternatives.addAll(inner.parts());
        } else {
            alternatives.add(alternative);
        }
    }

    private void advance() {
        consumedTo = lexeme == null ? 0 : lexeme.span().end();
        lexeme = lexer.next();
    }

    private void requireItem(Span operator) {
        if (!lexeme.startsItem()) {
            throw mistakes.nothingAfter(operator);
        }
    }

    private Span from(int start) {
        return new Span(start, consumedTo);
    }

    /** A row with the spans of its first and last item. */
    private record Row(Clause clause, Span first, Span last) {}
}
