package io.earlybrd.account.alert;

import java.util.List;

/** What can be chosen on the alert form, in the words of the contract and of people. */
public final class Choices {

    static final List<Choice> TYPES = List.of(
            new Choice("full-time", "Full-time"),
            new Choice("part-time", "Part-time"),
            new Choice("contract", "Contract"),
            new Choice("temporary", "Temporary"),
            new Choice("internship", "Internship"));

    static final List<Choice> LEVELS = List.of(
            new Choice("junior", "Junior"),
            new Choice("mid", "Mid"),
            new Choice("senior", "Senior"),
            new Choice("lead", "Lead"));

    private Choices() {}

    /** Kinds of employment. */
    public static List<Choice> types() {
        return TYPES;
    }

    /** Levels. */
    public static List<Choice> levels() {
        return LEVELS;
    }

    /** The label of a value, or the value itself if it is unknown. */
    static String label(List<Choice> choices, String value) {
        return choices.stream()
                .filter(choice -> choice.value().equals(value))
                .findFirst()
                .map(Choice::label)
                .orElse(value);
    }

    /** One of several values. */
    public record Choice(String value, String label) {}
}
