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
import java.util.concurrent.locks.StampedLock;
import java.util.function.IntSupplier;

/**
 * Writes what an alert asks as a {@link Program}. The common shapes, words that must be there, alternatives of words, and words that must
 * not be there, become the short parts; what is nested deeper keeps its shape. Safe for concurrent use.
 */
final class ProgramWriter {

    private final Vocabulary vocabulary;
    private final ConditionTable conditions;
    private final StampedLock lock;

    /** @param lock taken for adding to the vocabulary what nobody has asked for before */
    ProgramWriter(Vocabulary vocabulary, ConditionTable conditions, StampedLock lock) {
        this.vocabulary = vocabulary;
        this.conditions = conditions;
        this.lock = lock;
    }

    /**
     * The program of an alert. A job satisfies it if, and only if, {@link Criteria#areMetBy}, reposts apart: that it wants none is left
     * out, since almost every alert says so and almost no job is one. It has at least one part that is a feature, or
     * features of which a job needs one.
     */
    int[] write(Criteria criteria) {
        Program.Builder program = new Program.Builder();
        Words words = new Words(program);
        boolean hasWords = criteria.query().isPresent();
        if (hasWords) {
            words.add(criteria.query().get().root());
        }
        addFilters(program, criteria.conditions(), hasWords);
        words.end();
        return program.build();
    }

    /** What the program of an alert with words has of conditions, which may be some of its own. */
    int[] write(List<Condition> some) {
        Program.Builder program = new Program.Builder();
        addFilters(program, some, true);
        return program.build();
    }

    /** @param words whether the alert has words */
    private void addFilters(Program.Builder program, List<Condition> filters, boolean words) {
        boolean narrowed = words;
        for (Condition condition : filters) {
            if (condition instanceof CompanyCondition companies) {
                addCompanies(program, companies);
                narrowed |= companies.wanted();
            }
        }
        for (Condition condition : filters) {
            if (condition instanceof PlacesCondition places) {
                addPlaces(program, places, narrowed);
            }
        }
        for (Condition condition : filters) {
            if (isOfOtherKind(condition)) {
                program.add(Program.CONDITION | conditions.numberOf(condition));
            }
        }
    }

    private void addCompanies(Program.Builder program, CompanyCondition companies) {
        int[] features = new int[companies.names().size()];
        int count = 0;
        for (String name : companies.names()) {
            features[count++] = featureOfCompany(name);
        }
        addCompanies(program, companies.wanted(), features);
    }

    /** @param features of the employers, each once */
    static void addCompanies(Program.Builder program, boolean wanted, int[] features) {
        if (wanted) {
            program.addAnyOf(Program.FEATURE, features);
        } else {
            for (int feature : features) {
                program.add(Program.LACKS | feature);
            }
        }
    }

    /** @param narrowed whether the alert asks for words or employers as well */
    private void addPlaces(Program.Builder program, PlacesCondition places, boolean narrowed) {
        int[] numbers = new int[places.wishes().size()];
        for (int i = 0; i < numbers.length; i++) {
            // Else a job must be known to be at a wished place; that it may be is not enough.
            int condition = conditions.numberOf(places.wishes().get(i), places.remotePasses(), !narrowed);
            numbers[i] = narrowed ? condition : featureOfWish(ConditionTable.number(condition));
        }
        program.addAnyOf(narrowed ? Program.CONDITION : Program.FEATURE, numbers);
    }

    /** The feature of a word or phrase, perhaps one that nobody has asked for before. */
    int featureOf(Term term) {
        return knownOrAdded(vocabulary.find(term), () -> vocabulary.featureOf(term));
    }

    /** The feature of an employer, whose name is given in the form in which names are compared. */
    int featureOfCompany(String comparable) {
        return knownOrAdded(vocabulary.findCompany(comparable), () -> vocabulary.featureOfCompany(comparable));
    }

    private int featureOfWish(int wish) {
        return knownOrAdded(vocabulary.findWish(wish), () -> vocabulary.featureOfWish(wish));
    }

    private int knownOrAdded(int known, IntSupplier addition) {
        if (known != Vocabulary.UNKNOWN) {
            return known;
        }
        long stamp = lock.writeLock();
        try {
            return addition.getAsInt();
        } finally {
            lock.unlockWrite(stamp);
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
            for (Clause part : partsOf(root)) {
                addPart(part);
            }
            if (!fileable) {
                // Implied by the parts, and says under what the alert can be filed.
                root.accept(new RequiredFeatures(ProgramWriter.this::featureOf))
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
                for (Clause alternative : alternatives) {
                    addWithout(alternative, 0, excluded);
                }
            } else if (part instanceof AnyOf any && any.parts().stream().allMatch(Words::isShort)) {
                program.addAnyOf(any.parts().stream().mapToInt(this::shortPart).toArray());
                fileable |= any.parts().stream().allMatch(Term.class::isInstance);
            } else {
                add(part, 0, program);
                fileable |= part instanceof Term;
            }
        }

        /** Whether it is one word or phrase, that must be there or not. */
        private static boolean isShort(Clause clause) {
            return clause instanceof Term || clause instanceof Not not && not.part() instanceof Term;
        }

        private int shortPart(Clause clause) {
            return clause instanceof Not not
                    ? Program.LACKS | featureOf((Term) not.part())
                    : Program.FEATURE | featureOf((Term) clause);
        }

        /** @param or {@link Program#OR} if there is an alternative behind it, or 0 */
        private void add(Clause clause, int or, Program.Builder to) {
            if (clause instanceof Term term) {
                to.add(Program.FEATURE | or | featureOf(term));
            } else if (clause instanceof AllOf all) {
                int begun = to.begin(Program.ALL_OF | or);
                addAll(all.parts(), to);
                to.end(begun);
            } else if (clause instanceof AnyOf any) {
                int last = any.parts().size() - 1;
                for (int i = 0; i < last; i++) {
                    add(any.parts().get(i), Program.OR, to);
                }
                add(any.parts().get(last), or, to);
            } else if (clause instanceof Not not) {
                addWithout(not.part(), or, to);
            }
        }

        private void addWithout(Clause excludedPart, int or, Program.Builder to) {
            if (excludedPart instanceof Term term) {
                to.add(Program.LACKS | or | featureOf(term));
            } else {
                int begun = to.begin(Program.NOT | or);
                addAll(partsOf(excludedPart), to);
                to.end(begun);
            }
        }

        private void addAll(List<Clause> parts, Program.Builder to) {
            for (Clause part : parts) {
                add(part, 0, to);
            }
        }

        private static List<Clause> partsOf(Clause clause) {
            return clause instanceof AllOf all ? all.parts() : List.of(clause);
        }
    }
}
