package io.earlybrd.notifier.mail.alert;

import io.earlybrd.events.JobSummary;
import io.earlybrd.events.Place;
import io.earlybrd.events.Salary;
import io.earlybrd.notifier.mail.text.Moments;
import io.earlybrd.notifier.mail.text.Pay;
import io.earlybrd.notifier.mail.text.SafeText;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One job as a mail shows it. Every text is one safe line of bounded length.
 *
 * @param title the job's title
 * @param company its employer
 * @param place where, and whether remote or hybrid; empty if nothing is stated
 * @param salary its pay, if stated
 * @param matches which words of which alert hit where
 * @param posted when the employer posted it, if stated
 * @param found when a crawl first saw it
 * @param history how long and how often it was listed, where that is worth a line
 * @param link the employer's page; empty if it is no address of the web or too long for a mail
 * @param attribution the board that asks to be named
 * @param more the jobs of its company that are counted after it instead of being shown, if there are any
 */
record JobView(
        String title,
        String company,
        String place,
        Optional<Salary> salary,
        List<MatchView> matches,
        Optional<String> posted,
        String found,
        Optional<String> history,
        Optional<String> link,
        Optional<AttributionView> attribution,
        Optional<MoreView> more) {

    static final int MAX_TITLE = 140;
    static final int MAX_COMPANY = 80;
    static final int MAX_PLACE = 120;
    static final int MAX_LINK = 1000;

    private static final int MAX_PLACES = 3;

    static JobView of(MailedMatch match, List<MatchView> matches, Moments moments, Optional<MoreView> more) {
        JobSummary job = match.entry().job();
        Instant found = match.entry().hops().firstSeenAt();
        return new JobView(
                title(job),
                company(job),
                place(job),
                job.salary(),
                matches,
                job.postedAt().map(moments::brief),
                moments.brief(found),
                ListingHistory.of(job.repost(), moments),
                link(job),
                job.attribution().flatMap(AttributionView::of),
                more);
    }

    static String title(JobSummary job) {
        return SafeText.oneLine(job.title(), MAX_TITLE);
    }

    static String company(JobSummary job) {
        return SafeText.oneLine(job.company(), MAX_COMPANY);
    }

    /** The first place, or the workplace where no place is known: for the subject. */
    static Optional<String> firstPlace(JobSummary job) {
        return job.places().stream()
                .map(place -> SafeText.oneLine(place.city().orElse(place.text()), MAX_PLACE))
                .findFirst()
                .or(() -> job.workplace().map(workplace -> SafeText.oneLine(workplace, MAX_PLACE)));
    }

    static Optional<String> link(JobSummary job) {
        return SafeText.link(job.url()).filter(link -> link.length() <= MAX_LINK);
    }

    /** Where: {@code Berlin or Munich, hybrid}. */
    static String place(JobSummary job) {
        String places = job.places().stream().limit(MAX_PLACES).map(Place::text).collect(Collectors.joining(" or "));
        int more = job.places().size() - MAX_PLACES;
        Stream<String> parts = Stream.of(
                more > 0 ? places + " or " + more + " more" : places,
                job.workplace().filter(workplace -> !workplace.equals("onsite")).orElse(""));
        return SafeText.oneLine(parts.filter(part -> !part.isBlank()).collect(Collectors.joining(", ")), MAX_PLACE);
    }

    /** Pay with the currency's signs, for HTML. */
    public String pay() {
        return Pay.withSigns(salary);
    }

    /** Pay with the currency's code, for plain text. */
    public String payInText() {
        return Pay.withCode(salary);
    }
}
