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
import java.util.Optional;
import java.util.stream.IntStream;

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
                int[] features = companies.names().stream()
                        .mapToInt(vocabulary::featureOfCompany)
                        .toArray();
                program.add(companies.wanted() ? Program.ANY : Program.NONE, features);
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

    private void addPlaces(Program.Builder program, PlacesCondition places, boolean known) {
        int[] numbers = places.wishes().stream()
                .mapToInt(wish -> Program.CONDITION | conditions.numberOf(wish, places.remotePasses(), known))
                .distinct()
                .toArray();
        if (numbers.length == 1) {
            program.add(numbers[0]);
        } else {
            program.add(Program.ANY_OF, numbers);
        }
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
                        .ifPresent(required -> program.add(
                                Program.ANY, required.stream().mapToInt(i -> i).toArray()));
            }
        }

        void end() {
            int[] none = excluded.build();
            program.add(Program.NONE, none);
        }

        private void addPart(Clause part) {
            if (part instanceof Term term) {
                program.add(Program.FEATURE | vocabulary.featureOf(term));
                fileable = true;
                return;
            }
            Optional<int[]> alternatives = alternatives(part);
            if (alternatives.isPresent()) {
                program.add(Program.ANY, alternatives.get());
                fileable = true;
                return;
            }
            Optional<int[]> exclusions =
                    part instanceof Not not ? single(not.part()).or(() -> alternatives(not.part())) : Optional.empty();
            if (exclusions.isPresent()) {
                IntStream.of(exclusions.get()).forEach(excluded::add);
                return;
            }
            addNested(part);
        }

        private Optional<int[]> single(Clause clause) {
            return clause instanceof Term term ? Optional.of(new int[] {vocabulary.featureOf(term)}) : Optional.empty();
        }

        /** The features of alternatives that are words and phrases. */
        private Optional<int[]> alternatives(Clause clause) {
            if (!(clause instanceof AnyOf any)) {
                return Optional.empty();
            }
            int[] features = new int[any.parts().size()];
            for (int i = 0; i < features.length; i++) {
                if (!(any.parts().get(i) instanceof Term term)) {
                    return Optional.empty();
                }
                features[i] = vocabulary.featureOf(term);
            }
            return Optional.of(IntStream.of(features).distinct().toArray());
        }

        private void addNested(Clause clause) {
            if (clause instanceof Term term) {
                program.add(Program.FEATURE | vocabulary.featureOf(term));
            } else if (clause instanceof AllOf all) {
                addNested(Program.ALL_OF, all.parts());
            } else if (clause instanceof AnyOf any) {
                addNested(Program.ANY_OF, any.parts());
            } else if (clause instanceof Not not) {
                addNested(Program.NOT, List.of(not.part()));
            }
        }

        private void addNested(int kind, List<Clause> parts) {
            int begun = program.begin(kind);
            parts.forEach(this::addNested);
            program.end(begun);
        }
    }
}
