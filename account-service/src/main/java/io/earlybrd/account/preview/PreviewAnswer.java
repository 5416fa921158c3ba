package io.earlybrd.account.preview;

import io.earlybrd.events.AlertSaved;
import io.earlybrd.events.JobSummary;
import io.earlybrd.events.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the matcher found.
 *
 * @param days how far back was looked
 * @param watchedDays on how many of these days the sources were read; absent in the answer of an older matcher
 * @param count jobs of those days that match
 * @param backfilled how many of them were open already when their source was first read: what is found from now on is not so many
 * @param complete false if not all jobs were looked at, so that the numbers are too low
 * @param jobs the newest of them
 * @param forecast how many mails to expect; absent in the answer of an older matcher, like all that follows
 * @param places how the places are read, one by one
 * @param clauses what each clause costs, those that cost most first
 * @param nearMisses the newest of the jobs that fail exactly one clause
 * @param unstated what jobs leave unsaid that a filter asks for
 * @param change what saving would change; absent if there is nothing to compare with
 */
public record PreviewAnswer(
        int days,
        Optional<Integer> watchedDays,
        int count,
        int backfilled,
        boolean complete,
        List<Found> jobs,
        Optional<Forecast> forecast,
        List<Place> places,
        List<Cost> clauses,
        List<NearMiss> nearMisses,
        List<Unstated> unstated,
        Optional<Change> change) {

    public PreviewAnswer {
        jobs = List.copyOf(jobs);
        places = List.copyOf(Objects.requireNonNullElse(places, List.of()));
        clauses = List.copyOf(Objects.requireNonNullElse(clauses, List.of()));
        nearMisses = List.copyOf(Objects.requireNonNullElse(nearMisses, List.of()));
        unstated = List.copyOf(Objects.requireNonNullElse(unstated, List.of()));
    }

    /** About how many new jobs a day that is; those that were there when their source was first read were not new. */
    public double newPerDay() {
        return (double) (count - backfilled) / Math.max(1, days);
    }

    /** One job, when it was first seen, whether it is closed by now, and why it matches. */
    public record Found(JobSummary job, Instant firstSeenAt, boolean closed, List<Reason> reasons) {}

    /** Mails a week by cadence. */
    public record Forecast(double instant, double daily, double weekly) {

        double of(String cadence) {
            return switch (cadence) {
                case AlertSaved.INSTANT -> instant;
                case AlertSaved.DAILY -> daily;
                default -> weekly;
            };
        }
    }

    /**
     * A place as the matcher reads it.
     *
     * @param text as it was written; its part of the line if that held several
     * @param known whether it knows all names in it
     * @param choices what may be written in its place to mean one of the places that it may mean; empty if it means one only
     */
    public record Place(String text, boolean known, List<String> choices) {

        public Place {
            choices = List.copyOf(choices);
        }
    }

    /**
     * A clause that keeps jobs away.
     *
     * @param kind as the matcher names it
     * @param without how many more jobs there would be without it
     * @param query the words that remain without it, if it is one of them
     */
    public record Cost(String kind, String clause, int without, Optional<String> query) {}

    /** A job that fails only this clause. */
    public record NearMiss(String kind, String clause, JobSummary job, Instant firstSeenAt, boolean closed) {}

    /**
     * Jobs that do not say what a filter asks for.
     *
     * @param of jobs that meet everything else
     * @param passing those of them that do not say it and are found all the same
     * @param missed those of them that do not say it and are not found for that alone
     */
    public record Unstated(String kind, int of, int passing, int missed) {}

    /** Jobs that the saved alert does not find, and those that only it finds. */
    public record Change(int gained, int lost) {}
}
