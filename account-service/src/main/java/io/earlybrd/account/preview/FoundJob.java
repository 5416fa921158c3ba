package io.earlybrd.account.preview;

import io.earlybrd.account.alert.Pay;
import io.earlybrd.account.web.Links;
import io.earlybrd.account.web.Moments;
import io.earlybrd.account.web.Why;
import io.earlybrd.events.JobSummary;
import io.earlybrd.events.Place;
import io.earlybrd.events.Salary;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A job of the preview, ready to be shown.
 *
 * @param title its title
 * @param href its page at the employer; empty if that is no web address
 * @param facts employer, places and pay in one line
 * @param reasons why it matches
 * @param found when we found it, and whether it is closed by now
 */
public record FoundJob(String title, String href, String facts, List<Why> reasons, String found) {

    private static final int MAX_PLACES = 3;

    static FoundJob of(PreviewAnswer.Found found, ZoneId zone, Instant now) {
        JobSummary job = found.job();
        return new FoundJob(
                job.title(),
                Links.safe(job.url()),
                facts(job),
                Why.of(found.reasons()),
                when(found.firstSeenAt(), found.closed(), zone, now));
    }

    static String when(Instant firstSeenAt, boolean closed, ZoneId zone, Instant now) {
        return Moments.near(firstSeenAt, zone, now) + " " + zone.getId() + (closed ? " · closed by now" : "");
    }

    static String facts(JobSummary job) {
        List<String> facts = new ArrayList<>();
        facts.add(job.company());
        String places = job.places().stream().limit(MAX_PLACES).map(Place::text).collect(Collectors.joining(", "));
        int more = job.places().size() - MAX_PLACES;
        String where = more > 0 ? places + " and " + more + " more" : places;
        job.workplace()
                .ifPresentOrElse(workplace -> facts.add(where.isEmpty() ? workplace : where + ", " + workplace), () -> {
                    if (!where.isEmpty()) {
                        facts.add(where);
                    }
                });
        facts.add(job.salary().map(FoundJob::pay).orElse("pay not stated"));
        return String.join(" · ", facts);
    }

    private static String pay(Salary salary) {
        String from =
                salary.minMinor().map(min -> Pay.text(min, salary.currency())).orElse("");
        String to =
                salary.maxMinor().map(max -> Pay.text(max, salary.currency())).orElse("");
        String period = salary.period().equals("year") ? "" : " a " + salary.period();
        if (from.isEmpty() || to.isEmpty() || from.equals(to)) {
            return (to.isEmpty() ? "from " + from : from.isEmpty() ? "up to " + to : from) + period;
        }
        return from + "–" + Pay.amount(salary.maxMinor().get(), salary.currency()) + period;
    }
}
