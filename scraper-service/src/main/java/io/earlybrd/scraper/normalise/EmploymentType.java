package io.earlybrd.scraper.normalise;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The kind of contract. */
public enum EmploymentType {
    FULL_TIME("full-time"),
    PART_TIME("part-time"),
    CONTRACT("contract"),
    TEMPORARY("temporary"),
    INTERNSHIP("internship");

    /** "Internship Program Manager" manages some; nobody knows of "full-time or part-time". */
    private static final Pattern IN_TITLE = Pattern.compile(
            "(?<full>\\b(?:full[- ]time|vollzeit)\\b)|(?<part>\\b(?:part[- ]time|teilzeit)\\b)"
                    + "|(?<intern>\\b(?:interns?|internships?|praktikum|praktikant(?:in)?|werkstudent(?:in)?|working student|stagiaire)\\b"
                    + "(?! (?:programs?|programmes?|coordinator|manager|recruiter|supervisor|mentor|lead|experience)\\b))"
                    + "|(?<temporary>\\b(?:fixed[- ]term|temporary|seasonal)\\b)"
                    + "|(?<contract>[(\\[,|–-]\\s*(?:\\d+[- ](?:month|year) )?contract(?:or)?\\s*(?:[)\\],|]|$))",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

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

    /** What a title says; null if it says nothing, or several things at once. */
    public static @Nullable EmploymentType ofTitle(String title) {
        Set<EmploymentType> said = EnumSet.noneOf(EmploymentType.class);
        Matcher words = IN_TITLE.matcher(title);
        while (words.find()) {
            said.add(of(words));
        }
        // An intern works full-time or part-time, and is an intern.
        return said.size() == 1 ? said.iterator().next() : said.contains(INTERNSHIP) ? INTERNSHIP : null;
    }

    private static EmploymentType of(Matcher words) {
        if (words.group("full") != null) {
            return FULL_TIME;
        }
        if (words.group("part") != null) {
            return PART_TIME;
        }
        if (words.group("intern") != null) {
            return INTERNSHIP;
        }
        return words.group("temporary") != null ? TEMPORARY : CONTRACT;
    }
}
