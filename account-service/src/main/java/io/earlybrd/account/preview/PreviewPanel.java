package io.earlybrd.account.preview;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * The right half of the alert form.
 *
 * @param asked whether anything was asked of the matcher
 * @param answered whether it answered
 * @param days how far back was looked
 * @param count jobs that were found
 * @param backfilled how many of them were there when their source was first read
 * @param complete false if there may be more
 * @param pace about how many new jobs that is
 * @param jobs the newest of them
 */
public record PreviewPanel(
        boolean asked,
        boolean answered,
        int days,
        int count,
        int backfilled,
        boolean complete,
        String pace,
        List<FoundJob> jobs) {

    private static final double DAYS_OF_A_WEEK = 7.0;

    /** Nothing was asked. */
    public static PreviewPanel none() {
        return empty(false);
    }

    /** What came of the question. */
    public static PreviewPanel of(Preview preview, ZoneId zone, Instant now) {
        if (!(preview instanceof Preview.Answered answered)) {
            return empty(true);
        }
        PreviewAnswer found = answered.answer();
        return new PreviewPanel(
                true,
                true,
                found.days(),
                found.count(),
                found.backfilled(),
                found.complete(),
                pace(found),
                found.jobs().stream().map(job -> FoundJob.of(job, zone, now)).toList());
    }

    private static PreviewPanel empty(boolean asked) {
        return new PreviewPanel(asked, false, 0, 0, 0, true, "", List.of());
    }

    private static String pace(PreviewAnswer found) {
        double aDay = found.newPerDay();
        double aWeek = aDay * DAYS_OF_A_WEEK;
        if (aWeek < 1) {
            return "less than one a week";
        }
        return aDay < 2 ? "about " + Math.round(aWeek) + " a week" : "about " + Math.round(aDay) + " a day";
    }
}
