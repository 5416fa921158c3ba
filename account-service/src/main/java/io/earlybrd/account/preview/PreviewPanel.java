package io.earlybrd.account.preview;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * The right half of the alert form.
 *
 * @param asked whether anything was asked of the matcher
 * @param answered whether it answered
 * @param days how far back was looked, or how many days there are to look at
 * @param count jobs that were found
 * @param backfilled how many of them were there when their source was first read
 * @param complete false if there may be more
 * @param pace about how many mails that will be, or that it cannot be told
 * @param change what saving would gain and lose; empty if nothing or if nothing is saved yet
 * @param places what is to be said of places that are not one that we know
 * @param costs the rules that keep most jobs away
 * @param unstated what jobs leave unsaid that the alert asks for, a sentence each
 * @param jobs the newest that were found
 * @param missed the newest that fail one rule only
 */
public record PreviewPanel(
        boolean asked,
        boolean answered,
        int days,
        int count,
        int backfilled,
        boolean complete,
        String pace,
        String change,
        List<PlaceNote> places,
        List<RuleCost> costs,
        List<String> unstated,
        List<FoundJob> jobs,
        List<MissedJob> missed) {

    /** More would hide the ones that matter. */
    private static final int MOST_COSTS = 5;

    private static final int DAYS_OF_A_WEEK = 7;

    /** Nothing was asked. */
    public static PreviewPanel none() {
        return empty(false);
    }

    /** What came of the question, for an alert of this cadence. */
    public static PreviewPanel of(Preview preview, String cadence, ZoneId zone, Instant now) {
        if (!(preview instanceof Preview.Answered answered)) {
            return empty(true);
        }
        PreviewAnswer found = answered.answer();
        return new PreviewPanel(
                true,
                true,
                watchedDays(found),
                found.count(),
                found.backfilled(),
                found.complete(),
                found.forecast()
                        .map(forecast -> mails(forecast.of(cadence), found))
                        .orElseGet(() -> news(found.newPerDay())),
                found.change().map(PreviewPanel::change).orElse(""),
                found.places().stream()
                        .flatMap(place -> PlaceNote.of(place).stream())
                        .toList(),
                found.clauses().stream()
                        .limit(MOST_COSTS)
                        .map(cost -> RuleCost.of(cost))
                        .toList(),
                found.unstated().stream()
                        .flatMap(unstated -> Unstated.sentence(unstated).stream())
                        .toList(),
                found.jobs().stream().map(job -> FoundJob.of(job, zone, now)).toList(),
                found.nearMisses().stream()
                        .map(miss -> MissedJob.of(miss, zone, now))
                        .toList());
    }

    private static PreviewPanel empty(boolean asked) {
        return new PreviewPanel(
                asked, false, 0, 0, 0, true, "", "", List.of(), List.of(), List.of(), List.of(), List.of());
    }

    private static int watchedDays(PreviewAnswer found) {
        return found.watchedDays().orElse(found.days());
    }

    private static String mails(double aWeek, PreviewAnswer found) {
        long whole = Math.round(aWeek);
        if (whole < 1) {
            // That nothing came says something only of a week that was watched, and of all its jobs.
            return found.complete() && watchedDays(found) >= DAYS_OF_A_WEEK
                    ? "less than one mail a week"
                    : "not enough to say how many mails a week";
        }
        String about = found.complete() ? "about " : "at least ";
        return about + (whole == 1 ? "one mail a week" : whole + " mails a week");
    }

    private static String news(double aDay) {
        double aWeek = aDay * DAYS_OF_A_WEEK;
        if (aWeek < 1) {
            return "less than one a week";
        }
        return aDay < 2 ? "about " + Math.round(aWeek) + " a week" : "about " + Math.round(aDay) + " a day";
    }

    private static String change(PreviewAnswer.Change change) {
        if (change.gained() == 0 && change.lost() == 0) {
            return "";
        }
        return "gains " + jobs(change.gained()) + ", loses " + jobs(change.lost());
    }

    private static String jobs(int count) {
        return count == 1 ? "1 job" : count + " jobs";
    }
}
