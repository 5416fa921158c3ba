package io.earlybrd.matcher.index;

import io.earlybrd.matcher.query.Clause;
import io.earlybrd.matcher.query.Clause.AllOf;
import io.earlybrd.matcher.query.Clause.AnyOf;
import io.earlybrd.matcher.query.Clause.Not;
import io.earlybrd.matcher.query.Clause.Term;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToIntFunction;

/**
 * Finds a set of features of which a job must have at least one to satisfy a clause, as few as possible; none if the clause can be
 * satisfied by absence. A row needs what any one of its parts needs, and alternatives need one set each. Under a negation rows and
 * alternatives swap.
 */
final class RequiredFeatures implements Clause.Visitor<Optional<Set<Integer>>> {

    private final ToIntFunction<Term> featureOf;
    private final boolean negated;

    RequiredFeatures(ToIntFunction<Term> featureOf) {
        this(featureOf, false);
    }

    private RequiredFeatures(ToIntFunction<Term> featureOf, boolean negated) {
        this.featureOf = featureOf;
        this.negated = negated;
    }

    @Override
    public Optional<Set<Integer>> term(Term term) {
        return negated ? Optional.empty() : Optional.of(Set.of(featureOf.applyAsInt(term)));
    }

    @Override
    public Optional<Set<Integer>> allOf(AllOf allOf) {
        return negated ? each(allOf.parts()) : fewest(allOf.parts());
    }

    @Override
    public Optional<Set<Integer>> anyOf(AnyOf anyOf) {
        return negated ? fewest(anyOf.parts()) : each(anyOf.parts());
    }

    @Override
    public Optional<Set<Integer>> not(Not not) {
        return not.part().accept(new RequiredFeatures(featureOf, !negated));
    }

    private Optional<Set<Integer>> fewest(List<Clause> parts) {
        return parts.stream()
                .map(part -> part.accept(this))
                .flatMap(Optional::stream)
                .min(Comparator.comparing(Set::size));
    }

    private Optional<Set<Integer>> each(List<Clause> parts) {
        Set<Integer> all = new TreeSet<>();
        for (Clause part : parts) {
            Optional<Set<Integer>> required = part.accept(this);
            if (required.isEmpty()) {
                return Optional.empty();
            }
            all.addAll(required.get());
        }
        return Optional.of(all);
    }
}
