package io.earlybrd.matcher.match;

import io.earlybrd.matcher.query.Clause;
import io.earlybrd.matcher.query.Clause.AllOf;
import io.earlybrd.matcher.query.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One of the things that an alert asks of a job and that are all to be met: a part of its words, or a filter. A job is for the alert
 * exactly if each of its requirements is met; a near miss fails one of them.
 */
public final class Requirement {

    private final Condition condition;
    private final Optional<Clause> words;
    private final Optional<String> otherWords;
    private final String kind;
    private final String text;
    private final boolean mustBeKnown;
    private final boolean dispensable;

    private Requirement(
            Condition condition,
            Optional<Clause> words,
            Optional<String> otherWords,
            String kind,
            String text,
            boolean mustBeKnown,
            boolean dispensable) {
        this.condition = condition;
        this.words = words;
        this.otherWords = otherWords;
        this.kind = kind;
        this.text = text;
        this.mustBeKnown = mustBeKnown;
        this.dispensable = dispensable;
    }

    /** Those of an alert, the words first. */
    static List<Requirement> of(Optional<Query> query, List<Condition> conditions) {
        List<Requirement> requirements = new ArrayList<>();
        query.ifPresent(words -> parts(words.root()).forEach(part -> requirements.add(ofWords(words, part))));
        List<Condition> filters = conditions.stream()
                .filter(condition -> !(condition instanceof WordsCondition))
                .toList();
        long narrowing = filters.stream().filter(Condition::narrows).count();
        for (Condition filter : filters) {
            // What a clause says does not depend on the job that it is asked of.
            ClauseVerdict asked = filter.explain(JobFacts.NOTHING);
            boolean narrowsAlone = query.isEmpty() && filter.narrows() && narrowing == 1;
            requirements.add(new Requirement(
                    filter,
                    Optional.empty(),
                    Optional.empty(),
                    asked.kind(),
                    asked.clause(),
                    narrowsAlone,
                    !narrowsAlone));
        }
        return List.copyOf(requirements);
    }

    /** As in {@link ClauseVerdict}. */
    public String kind() {
        return kind;
    }

    /** As in {@link ClauseVerdict}, words in their canonical form. */
    public String text() {
        return text;
    }

    /** The part of the words that it is; empty for a filter. */
    public Optional<Clause> words() {
        return words;
    }

    /** The words that remain without it, in their canonical form; empty for a filter, and if none remain. */
    public Optional<String> otherWords() {
        return otherWords;
    }

    /** What a filter reads of a job. */
    public JobFacts facts() {
        return switch (kind) {
            case "places", "remote" -> JobFacts.WHERE;
            case "companiesIn", "companiesOut" -> JobFacts.EMPLOYER;
            case "salaryFloor" -> JobFacts.PAY;
            default -> JobFacts.KIND;
        };
    }

    /** Whether what remains without it is still an alert: one that says what it is for, not only what it is not for. */
    public boolean isDispensable() {
        return dispensable;
    }

    /** Whether the job meets it. Of a job that a filter is asked about, only its {@link #facts} need be known. */
    public boolean isMetBy(JobText job) {
        if (words.isPresent()) {
            return WordsCondition.isMetBy(words.get(), job);
        }
        return mustBeKnown ? condition.verdict(job) == Verdict.YES : condition.isMetBy(job);
    }

    /** Whether the job does not say what it asks for, or not in a way that can be judged; never so for words. */
    public boolean isUnknownOf(JobText job) {
        return words.isEmpty() && condition.verdict(job) == Verdict.UNKNOWN;
    }

    private static Requirement ofWords(Query query, Clause part) {
        boolean othersSayWhatFor = parts(query.root()).stream()
                .anyMatch(other -> other != part && !WordsCondition.isMetBy(other, JobFacts.NOTHING));
        WordsCondition condition = new WordsCondition(query);
        String kind = condition.explain(part, JobFacts.NOTHING).kind();
        // As they were written: a part with other names may stand for several words.
        List<Clause> own = new ArrayList<>();
        List<Clause> others = new ArrayList<>();
        parts(query.written()).forEach(word -> (part.span().holds(word.span()) ? own : others).add(word));
        return new Requirement(
                condition,
                Optional.of(part),
                others.isEmpty() ? Optional.empty() : Optional.of(canonical(others)),
                kind,
                canonical(own),
                false,
                othersSayWhatFor);
    }

    private static String canonical(List<Clause> parts) {
        return Query.canonical(
                parts.size() == 1 ? parts.get(0) : new AllOf(parts, parts.get(0).span()));
    }

    private static List<Clause> parts(Clause root) {
        return root instanceof AllOf allOf ? allOf.parts() : List.of(root);
    }
}
