package io.earlybrd.matcher.query;

import io.earlybrd.matcher.query.Aliases.Name;
import io.earlybrd.matcher.query.Clause.AllOf;
import io.earlybrd.matcher.query.Clause.AnyOf;
import io.earlybrd.matcher.query.Clause.Not;
import io.earlybrd.matcher.query.Clause.Term;
import io.earlybrd.matcher.text.Spellings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gives the words and phrases of a query their other names. Words side by side that are a name ({@code machine learning}) may be met
 * by its other names instead. Whoever wants one name and excludes another tells them apart, so neither stands for the other there.
 */
final class Expansion implements Clause.Visitor<Clause> {

    private final String text;
    private final Aliases aliases;
    /** The rows of terms that the query wants, and those that it excludes, as written. */
    private final Set<List<String>> wanted = new HashSet<>();

    private final Set<List<String>> excluded = new HashSet<>();
    private boolean negated;

    private Expansion(String text, Aliases aliases) {
        this.text = text;
        this.aliases = aliases;
    }

    /** The tree of a query with this text, with other names. */
    static Clause of(Clause root, String text, Aliases aliases) {
        Expansion expansion = new Expansion(text, aliases);
        expansion.note(root, false);
        return root.accept(expansion);
    }

    private void note(Clause clause, boolean negated) {
        if (clause instanceof Term term) {
            (negated ? excluded : wanted).addAll(term.spellings());
        } else if (clause instanceof AllOf allOf) {
            allOf.parts().forEach(part -> note(part, negated));
        } else if (clause instanceof AnyOf anyOf) {
            anyOf.parts().forEach(part -> note(part, negated));
        } else if (clause instanceof Not not) {
            note(not.part(), !negated);
        }
    }

    @Override
    public Clause term(Term term) {
        return withOthers(term, Set.of());
    }

    @Override
    public Clause anyOf(AnyOf anyOf) {
        // In (k8s OR kubernetes) each is there already, and a job should not give the same reason twice.
        Map<Scope, Set<List<String>>> there = new EnumMap<>(Scope.class);
        for (Clause part : anyOf.parts()) {
            if (part instanceof Term term) {
                there.computeIfAbsent(term.scope(), scope -> new HashSet<>()).addAll(term.spellings());
            }
        }
        List<Clause> parts = new ArrayList<>();
        for (Clause part : anyOf.parts()) {
            Clause expanded = part instanceof Term term ? withOthers(term, there.get(term.scope())) : part.accept(this);
            parts.addAll(expanded instanceof AnyOf inner ? inner.parts() : List.of(expanded));
        }
        return new AnyOf(parts, anyOf.span());
    }

    @Override
    public Clause not(Not not) {
        negated = !negated;
        Clause part = not.part().accept(this);
        negated = !negated;
        return new Not(part, not.span());
    }

    @Override
    public Clause allOf(AllOf allOf) {
        List<Clause> parts = new ArrayList<>();
        int next = 0;
        while (next < allOf.parts().size()) {
            int end = endOfName(allOf.parts(), next);
            if (end > next + 1) {
                parts.add(name(allOf.parts().subList(next, end)));
            } else {
                parts.add(allOf.parts().get(next).accept(this));
            }
            next = end;
        }
        return parts.size() == 1 ? parts.get(0) : new AllOf(parts, allOf.span());
    }

    /** One past the longest name that begins at a part, made of words side by side; the part alone if there is none. */
    private int endOfName(List<Clause> parts, int start) {
        if (!(parts.get(start) instanceof Term first)
                || !aliases.mayBeginWith(first.spellings().get(0).get(0))) {
            return start + 1;
        }
        for (int end = Math.min(parts.size(), start + aliases.longest()); end > start + 1; end--) {
            List<Clause> words = parts.subList(start, end);
            if (areWords(words) && !others(List.of(row(words)), Set.of()).isEmpty()) {
                return end;
            }
        }
        return start + 1;
    }

    private static boolean areWords(List<Clause> parts) {
        return parts.stream()
                .allMatch(part ->
                        part instanceof Term term && !term.quoted() && term.scope() == ((Term) parts.get(0)).scope());
    }

    private static List<String> row(List<Clause> words) {
        return words.stream()
                .flatMap(word -> ((Term) word).spellings().get(0).stream())
                .toList();
    }

    /** All of these words, or another name of what they are together. */
    private Clause name(List<Clause> words) {
        Span span = new Span(
                words.get(0).span().start(), words.get(words.size() - 1).span().end());
        Term none =
                new Term(((Term) words.get(0)).scope(), span.of(text), true, Spellings.of(List.of()), List.of(), span);
        Clause together =
                new AllOf(words.stream().map(word -> word.accept(this)).toList(), span);
        return new AnyOf(List.of(together, with(none, others(List.of(row(words)), Set.of()))), span);
    }

    private Term withOthers(Term term, Set<List<String>> besides) {
        return with(term, others(term.spellings(), besides));
    }

    private static Term with(Term term, List<Name> names) {
        if (names.isEmpty()) {
            return term;
        }
        List<List<String>> spellings = new ArrayList<>(term.spellings());
        List<String> aliases = new ArrayList<>();
        for (Name name : names) {
            for (List<String> row : name.spellings()) {
                spellings.add(row);
                aliases.add(name.text());
            }
        }
        return new Term(
                term.scope(), term.text(), term.quoted(), Spellings.of(spellings), List.copyOf(aliases), term.span());
    }

    private List<Name> others(Collection<List<String>> spellings, Set<List<String>> besides) {
        Set<List<String>> apart = negated ? wanted : excluded;
        return aliases.of(spellings).stream()
                .filter(name ->
                        name.spellings().stream().noneMatch(row -> apart.contains(row) || besides.contains(row)))
                .toList();
    }
}
