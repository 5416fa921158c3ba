package io.earlybrd.testkit.board;

import java.util.List;

/**
 * A posting as an employer writes it. It is also the JSON of the control address, where all but the title may be absent.
 *
 * @param title as people read it
 * @param location one free text, several places joined as the employer likes
 * @param description HTML
 * @param workplace {@code onsite}, {@code hybrid}, {@code remote}, or empty where the employer does not say
 * @param commitment {@code Full-time} and the like, or empty
 * @param pay what a year pays, or null where the employer does not say
 * @param departments names, perhaps none
 * @param requirements what one must bring, plain text, perhaps none; Lever keeps them out of the description
 * @param url where the posting is shown, or empty for the board's own page
 * @param jobId Greenhouse's id of the job behind the posting, which several postings may share, or null for one of its own
 */
public record JobDraft(
        String title,
        String location,
        String description,
        String workplace,
        String commitment,
        Pay pay,
        List<String> departments,
        List<String> requirements,
        String url,
        Long jobId) {

    /** What is absent in JSON gets its default here. */
    public JobDraft {
        if (title == null) {
            throw new IllegalArgumentException("a posting needs a title");
        }
        location = location == null ? "Berlin" : location;
        description = description == null ? "<p>" + title + " in " + location + ".</p>" : description;
        workplace = workplace == null ? "" : workplace;
        commitment = commitment == null ? "" : commitment;
        departments = departments == null ? List.of() : List.copyOf(departments);
        requirements = requirements == null ? List.of() : List.copyOf(requirements);
        url = url == null ? "" : url;
    }

    /**
     * Pay in whole units of the currency.
     *
     * @param currency ISO 4217 code
     */
    public record Pay(long min, long max, String currency) {}

    /** A posting of which the employer says only the title and the place. */
    public static JobDraft of(String title, String location) {
        return new JobDraft(title, location, null, null, null, null, null, null, null, null);
    }

    /** The same with another title. */
    public JobDraft titled(String value) {
        return new JobDraft(
                value, location, description, workplace, commitment, pay, departments, requirements, url, jobId);
    }

    /** The same with a description in HTML. */
    public JobDraft describedAs(String html) {
        return new JobDraft(title, location, html, workplace, commitment, pay, departments, requirements, url, jobId);
    }

    /** The same, done from home. */
    public JobDraft remote() {
        return workplace("remote");
    }

    /** The same with a workplace. */
    public JobDraft workplace(String value) {
        return new JobDraft(
                title, location, description, value, commitment, pay, departments, requirements, url, jobId);
    }

    /** The same with pay for a year. */
    public JobDraft paying(long min, long max, String currency) {
        Pay stated = new Pay(min, max, currency);
        return new JobDraft(
                title, location, description, workplace, commitment, stated, departments, requirements, url, jobId);
    }

    /** The same with what one must bring. */
    public JobDraft requiring(String... values) {
        return new JobDraft(
                title, location, description, workplace, commitment, pay, departments, List.of(values), url, jobId);
    }

    /** The same, shown at an address of the employer's own, which may hold {@code ?gh_jid=}. */
    public JobDraft shownAt(String address) {
        return new JobDraft(
                title, location, description, workplace, commitment, pay, departments, requirements, address, jobId);
    }

    /** The same as one of several postings of one job. */
    public JobDraft ofJob(long id) {
        return new JobDraft(
                title, location, description, workplace, commitment, pay, departments, requirements, url, id);
    }
}
