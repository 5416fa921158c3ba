package io.earlybrd.matcher.preview;

import io.earlybrd.events.JobSummary;
import io.earlybrd.events.Reason;
import io.earlybrd.matcher.place.PlaceWish;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an alert would have found.
 *
 * @param query the words in their canonical form
 * @param places how the places are read, one by one
 * @param days how far back was looked
 * @param watchedDays on how many of these days the sources were read, as far as the jobs show: fewer of a young system, of which the
 *     forecast then says less
 * @param count jobs of those days that match, open or closed by now
 * @param backfilled how many of them were already open when their source was first read; those would not have been mailed
 * @param complete false if not all jobs could be looked at, so that the numbers are too low
 * @param jobs the newest of them
 * @param forecast how many mails to expect
 * @param clauses what each clause costs, those that cost most first; those that cost nothing are left out
 * @param nearMisses the newest of the jobs that fail exactly one clause
 * @param unstated what jobs leave unsaid that a filter asks for
 * @param change what saving would change; absent if no saved version was named, or if that one cannot be read
 */
record PreviewAnswer(
        String query,
        List<Place> places,
        int days,
        int watchedDays,
        int count,
        int backfilled,
        boolean complete,
        List<Found> jobs,
        Forecast forecast,
        List<Cost> clauses,
        List<NearMiss> nearMisses,
        List<Unstated> unstated,
        Optional<Change> change) {

    PreviewAnswer {
        places = List.copyOf(places);
        jobs = List.copyOf(jobs);
        clauses = List.copyOf(clauses);
        nearMisses = List.copyOf(nearMisses);
        unstated = List.copyOf(unstated);
    }

    PreviewAnswer incomplete() {
        return new PreviewAnswer(
                query,
                places,
                days,
                watchedDays,
                count,
                backfilled,
                false,
                jobs,
                forecast,
                clauses,
                nearMisses,
                unstated,
                change);
    }

    /**
     * A place that is wished.
     *
     * @param text as it was written; if several were on one line, its part of it
     * @param known whether we know all names in it
     * @param choices what may be written in its place to mean one of the places that it may mean; empty if it means one only
     */
    record Place(String text, boolean known, List<String> choices) {

        Place {
            choices = List.copyOf(choices);
        }

        static Place of(PlaceWish wish) {
            return new Place(wish.text(), wish.isKnown(), wish.choices());
        }
    }

    /**
     * A job that matches.
     *
     * @param reasons as they would travel with the match
     */
    record Found(
            String jobId,
            long version,
            JobSummary job,
            Instant firstSeenAt,
            boolean backfill,
            boolean closed,
            List<Reason> reasons) {

        Found {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * Mails a week, by cadence, if the next week is like the ones before. A mail at once holds what comes within a minute.
     *
     * @param weekly 1 at most; less if some weeks bring nothing
     */
    record Forecast(double instant, double daily, double weekly) {}

    /**
     * A clause that keeps jobs away.
     *
     * @param kind as in an explanation
     * @param clause as in an explanation, words in their canonical form
     * @param without how many more jobs would match if all other clauses stayed as they are
     * @param query the words that remain without it, if it is one of them
     */
    record Cost(String kind, String clause, int without, Optional<String> query) {}

    /**
     * A job that fails exactly one clause.
     *
     * @param kind of that clause, as in {@link Cost}
     * @param clause that clause, as in {@link Cost}
     */
    record NearMiss(
            String kind,
            String clause,
            String jobId,
            long version,
            JobSummary job,
            Instant firstSeenAt,
            boolean backfill,
            boolean closed) {}

    /**
     * Jobs that do not say what a filter asks for, or not in a way that can be judged.
     *
     * @param kind of the filter, as in {@link Cost}
     * @param clause the filter, as in {@link Cost}
     * @param of jobs that meet everything else
     * @param passing those of them that do not say it and match all the same
     * @param missed those of them that do not say it and do not match for that alone
     */
    record Unstated(String kind, String clause, int of, int passing, int missed) {}

    /** Jobs of those days that the saved version does not find, and those that only it finds. */
    record Change(int gained, int lost) {}
}
