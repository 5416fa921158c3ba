package io.earlybrd.account.web;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with a form that somebody sent: shown as a summary above it and beside each field. */
public final class FormErrors {

    private final List<Problem> problems = new ArrayList<>();

    /** A form with nothing wrong, so far. */
    public static FormErrors none() {
        return new FormErrors();
    }

    /**
     * Notes what is wrong with a field.
     *
     * @param field id of the field on the page
     * @param label its label
     * @param message a sentence that says what to do
     */
    public void add(String field, String label, String message) {
        problems.add(new Problem(field, label, message));
    }

    /** Whether anything is wrong. */
    public boolean any() {
        return !problems.isEmpty();
    }

    /** Whether something is wrong with this field. */
    public boolean has(String field) {
        return problems.stream().anyMatch(problem -> problem.field().equals(field));
    }

    /** What is wrong with this field; empty if nothing is. */
    public String on(String field) {
        return problems.stream()
                .filter(problem -> problem.field().equals(field))
                .findFirst()
                .map(Problem::message)
                .orElse("");
    }

    /** Everything that is wrong, in the order of the fields. */
    public List<Problem> all() {
        return List.copyOf(problems);
    }

    /** The heading of the summary. */
    public String heading() {
        return problems.size() == 1 ? "One thing to put right" : problems.size() + " things to put right";
    }

    /** One thing that is wrong. */
    public record Problem(String field, String label, String message) {}
}
