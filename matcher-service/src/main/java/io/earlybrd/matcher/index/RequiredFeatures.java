package io.earlybrd.matcher.index;

import io.earlybrd.matcher.query.Clause;
import io.earlybrd.matcher.query.Clause.AllOf;
import io.earlybrd.matcher.query.Clause.AnyOf;
import io.earlybrd.matcher.query.Clause.Not;
import io.earlybrd.matcher.query.Clause.Term;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * Finds a set of features of which a job must have at least one to satisfy a clause, as rare as possible; none if the clause can be
 * satisfied by absence. A term needs one word of each of its spellings, a row is as rare as its rarest part, and alternatives need
 * one set each. Under a negation rows and alternatives swap.
 */
final class RequiredFeatures implements Clause.Visitor<Optional<Set<String>>> {

    private final ToIntFunction<String> frequency;
    private final boolean negated;

    RequiredFeatures(ToIntFunction<String> frequency) {
        this(frequency, false);
    }

    private RequiredFeatures(ToIntFunction<String> frequency, boolean negated) {
        this.frequency = frequency;
        this.negated = negated;
    }

    @Override
    public Optional<Set<String>> term(Term term) {
        if (negated) {
            return Optional.empty();
        }
        Set<String> rarest = new HashSet<>();
        for (List<String> row : term.spellings()) {
            rarest.add(row.stream()
                    .map(word -> Features.of(term.scope(), word))
                    .min(Comparator.comparingInt(frequency).thenComparing(String::length, Comparator.reverseOrder()))
                    .orElseThrow());
        }
        return Optional.of(rarest);
    }

    @Override
    public Optional<Set<String>> allOf(AllOf allOf) {
        return negated ? each(allOf.parts()) : rarest(allOf.parts());
    }

    @Override
    public Optional<Set<String>> anyOf(AnyOf anyOf) {
        return negated ? rarest(anyOf.parts()) : each(anyOf.parts());
    }

    @Override
    public Optional<Set<String>> not(Not not) {
        return not.part().accept(new RequiredFeatures(frequency, !negated));
    }

    private Optional<Set<String>> rarest(List<Clause> parts) {
        return parts.stream()
                .map(part -> part.accept(this))
                .flatMap(Optional::stream)
                .min(Comparator.comparingLong(this::frequency).thenComparing(Set::size));
    }

    private Optional<Set<String>> each(List<Clause> parts) {
        Set<String> all = new HashSet<>();
        for (Clause part : parts) {
            Optional<Set<String>> required = part.accept(this);
            if (required.isEmpty()) {
                return Optional.empty();
            }
            all.addAll(required.get());
        }
        return Optional.of(all);
    }

    private long frequency(Set<String> features) {
        return features.stream().mapToLong(frequency::applyAsInt).sum();
    }
}
