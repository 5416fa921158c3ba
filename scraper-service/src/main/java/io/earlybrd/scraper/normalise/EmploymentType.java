package io.earlybrd.scraper.normalise;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The kind of contract. */
public enum EmploymentType {
    FULL_TIME("full-time"),
    PART_TIME("part-time"),
    CONTRACT("contract"),
    TEMPORARY("temporary"),
    INTERNSHIP("internship");

    private final String word;

    EmploymentType(String word) {
        this.word = word;
    }

    /** The word of the event contract. */
    public String word() {
        return word;
    }

    /** What a provider's field says: {@code "Full-Time"}, {@code "Intern"}; null if it says nothing we know. */
    public static @Nullable EmploymentType stated(String field) {
        String letters = field.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        return switch (letters) {
            case "fulltime", "fulltimeemployee", "permanentfulltime", "regularfulltime" -> FULL_TIME;
            case "parttime", "parttimeemployee", "permanentparttime", "regularparttime" -> PART_TIME;
            case "contract", "contractor", "freelance", "independentcontractor" -> CONTRACT;
            case "temporary", "temp", "seasonal", "fixedterm" -> TEMPORARY;
            case "intern", "internship", "trainee", "workingstudent" -> INTERNSHIP;
            default -> null;
        };
    }
}
