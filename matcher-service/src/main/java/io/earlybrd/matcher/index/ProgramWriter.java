package io.earlybrd.matcher.index;

import io.earlybrd.matcher.match.CompanyCondition;
import io.earlybrd.matcher.match.Condition;
import io.earlybrd.matcher.match.Criteria;
import io.earlybrd.matcher.match.ListingCondition;
import io.earlybrd.matcher.match.PlacesCondition;
import io.earlybrd.matcher.match.WordsCondition;
import io.earlybrd.matcher.query.Clause;
import io.earlybrd.matcher.query.Clause.AllOf;
import io.earlybrd.matcher.query.Clause.AnyOf;
import io.earlybrd.matcher.query.Clause.Not;
import io.earlybrd.matcher.query.Clause.Term;
import java.util.List;

/**
 * Writes what an alert asks as a {@link Program}. The common shapes, words that must be there, alternatives of words, and words that must
 * not be there, become the short parts; what is nested deeper keeps its shape.
 */
final class ProgramWriter {

    private final Vocabulary vocabulary;
    private final ConditionTable conditions;

    ProgramWriter(Vocabulary vocabulary, ConditionTable conditions) {
        this.vocabulary = vocabulary;
        this.conditions = conditions;
    }

    /**
     * The program of an alert. A job satisfies it if, and only if, {@link Criteria#areMetBy}, reposts apart: that it wants none is left
     * out, since almost every alert says so and almost no job is one. It has at least one part that is a feature, or
     * features of which a job needs one. If it asks for one place, that is the first of its conditions.
     */
    int[] write(Criteria criteria) {
        Program.Builder program = new Program.Builder();
        Words words = new Words(program);
        criteria.query().ifPresent(query -> words.add(query.root()));
        boolean narrowed = criteria.query().isPresent();
        for (Condition condition : criteria.conditions()) {
            if (condition instanceof CompanyCondition companies) {
                addCompanies(program, companies);
                narrowed |= companies.wanted();
            }
        }
        if (!narrowed) {
            program.add(Program.FEATURE | Vocabulary.ANY_JOB);
        }
        for (Condition condition : criteria.conditions()) {
            if (condition instanceof PlacesCondition places) {
                // Without words a job must be known to be at a wished place; that it may be is not enough.
                addPlaces(program, places, !narrowed);
            }
        }
        for (Condition condition : criteria.conditions()) {
            if (isOfOtherKind(condition)) {
                program.add(Program.CONDITION | conditions.numberOf(condition));
            }
        }
        words.end();
        return program.build();
    }

    private void addCompanies(Program.Builder program, CompanyCondition companies) {
        int[] features = companies.names().stream()
                .mapToInt(vocabulary::featureOfCompany)
                .toArray();
        if (companies.wanted()) {
            program.addAnyOf(Program.FEATURE, features);
        } else {
            for (int feature : features) {
                program.add(Program.LACKS | feature);
            }
        }
    }

    private void addPlaces(Program.Builder program, PlacesCondition places, boolean known) {
        int[] numbers = new int[places.wishes().size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = conditions.numberOf(places.wishes().get(i), places.remotePasses(), known);
        }
        program.addAnyOf(Program.CONDITION, numbers);
    }

    private static boolean isOfOtherKind(Condition condition) {
        return !(condition instanceof WordsCondition
                || condition instanceof CompanyCondition
                || condition instanceof PlacesCondition
                || condition == ListingCondition.NO_REPOSTS);
    }

    /** Writes the words, and keeps what must not be there for the end, since it seldom is. */
    private final class Words {

        private final Program.Builder program;
        private final Program.Builder excluded = new Program.Builder();
        private boolean fileable;

        Words(Program.Builder program) {
            this.program = program;
        }

        void add(Clause root) {
            List<Clause> parts = root instanceof AllOf all ? all.parts() : List.of(root);
            parts.forEach(this::addPart);
            if (!fileable) {
                // Implied by the parts, and says under what the alert can be filed.
                root.accept(new RequiredFeatures(vocabulary::featureOf))
                        .ifPresent(required -> program.addAnyOf(
                                Program.FEATURE,
                                required.stream().mapToInt(i -> i).toArray()));
            }
        }

        void end() {
            int[] excluding = excluded.build();
            program.add(excluding, 0, excluding.length);
        }

        private void addPart(Clause part) {
            if (part instanceof Not not) {
                List<Clause> alternatives = not.part() instanceof AnyOf any ? any.parts() : List.of(not.part());
                alternatives.forEach(alternative -> addWithout(alternative, 0, excluded));
            } else if (part instanceof AnyOf any && areTerms(any.parts())) {
                program.addAnyOf(Program.FEATURE, features(any.parts()));
                fileable = true;
            } else {
                add(part, 0, program);
                fileable |= part instanceof Term;
            }
        }

        private static boolean areTerms(List<Clause> parts) {
            for (Clause part : parts) {
                if (!(part instanceof Term)) {
                    return false;
                }
            }
            return true;
        }

        private int[] features(List<Clause> terms) {
            int[] features = new int[terms.size()];
            for (int i = 0; i < features.length; i++) {
                features[i] = vocabulary.featureOf((Term) terms.get(i));
            }
            return features;
        }

        /** @param or {@link Program#OR} if there is an alternative behind it, or 0 */
        private void add(Clause clause, int or, Program.Builder to) {
            if (clause instanceof Term term) {
                to.add(Program.FEATURE | or | vocabulary.featureOf(term));
            } else if (clause instanceof AllOf all) {
                int begun = to.begin(Program.ALL_OF | or);
                all.parts().forEach(part -> add(part, 0, to));
                to.end(begun);
            } else if (clause instanceof AnyOf any) {
                int last = any.parts().size() - 1;
                any.parts().subList(0, last).forEach(part -> add(part, Program.OR, to));
                add(any.parts().get(last), or, to);
            } else if (clause instanceof Not not) {
                addWithout(not.part(), or, to);
            }
        }

        private void addWithout(Clause excludedPart, int or, Program.Builder to) {
            if (excludedPart instanceof Term term) {
                to.add(Program.LACKS | or | vocabulary.featureOf(term));
            } else {
                int begun = to.begin(Program.NOT | or);
                List<Clause> parts = excludedPart instanceof AllOf all ? all.parts() : List.of(excludedPart);
                parts.forEach(part -> add(part, 0, to));
                to.end(begun);
            }
        }
    }
}
