package io.earlybrd.account.preview;

/**
 * One of the things that an alert asks of a job, as the page names it.
 *
 * @param label a filter, such as "the places"; empty for words
 * @param words as they were written; empty for a filter
 */
public record Rule(String label, String words) {

    /** The rule that the matcher calls a clause of this kind. */
    static Rule of(String kind, String clause) {
        return switch (kind) {
            case "places" -> new Rule("the places", "");
            case "remote" -> new Rule("the choice of remote jobs", "");
            case "salaryFloor" -> new Rule("the lowest pay", "");
            case "companiesIn" -> new Rule("the list of employers", "");
            case "companiesOut" -> new Rule("the employers left out", "");
            case "employmentTypes" -> new Rule("the kind of employment", "");
            case "seniorities" -> new Rule("the level", "");
            case "employersOnly" -> new Rule("the agencies left out", "");
            case "reposts" -> new Rule("the jobs listed before left out", "");
            default -> new Rule("", clause);
        };
    }
}
