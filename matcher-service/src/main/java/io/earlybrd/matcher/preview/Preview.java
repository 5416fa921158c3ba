package io.earlybrd.matcher.preview;

import io.earlybrd.matcher.query.Query;
import io.earlybrd.matcher.recent.JobSegment;
import io.earlybrd.matcher.recent.RecentJobs;
import io.earlybrd.matcher.recent.RecentJobsView;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Judges the recent jobs as live matching did when they came. The numbers come from the index and from the facts of the jobs; each job
 * that is shown is judged by the engine itself once more. Gives up after a while and says so, because somebody is waiting for a page.
 */
@Singleton
public final class Preview {

    /** Jobs that a preview could not judge. */
    static final String SKIPPED = "earlybrd.preview.skipped";

    private final RecentJobs jobs;
    private final Clock clock;
    private final Duration timeLimit;
    private final Counter skipped;

    public Preview(
            RecentJobs jobs,
            Clock clock,
            @ConfigProperty(name = "matcher.preview.time-limit") Duration timeLimit,
            MeterRegistry registry) {
        this.jobs = jobs;
        this.clock = clock;
        this.timeLimit = timeLimit;
        skipped = registry.counter(SKIPPED);
    }

    /** What the criteria would have found. */
    PreviewAnswer of(Question question) {
        Instant now = clock.instant();
        Tally tally = new Tally(question, now);
        Judge judge = new Judge(question.criteria());
        try (RecentJobsView view = jobs.view()) {
            boolean all = count(view, question, judge, tally, now.minus(RecentJobs.KEPT));
            Shown shown = new Shown(question.criteria(), judge.requirements());
            List<PreviewAnswer.Found> found = shown.found(tally.newest());
            List<PreviewAnswer.NearMiss> nearMisses = shown.nearMisses(tally.newestMisses());
            int unjudged = tally.unjudged() + shown.unjudged();
            skipped.increment(unjudged);
            return new PreviewAnswer(
                    question.criteria().query().map(Query::toString).orElse(""),
                    question.criteria().places().stream()
                            .map(PreviewAnswer.Place::of)
                            .toList(),
                    (int) RecentJobs.KEPT.toDays(),
                    tally.watchedDays(),
                    tally.count(),
                    tally.backfilled(),
                    all && unjudged == 0 && jobs.isWhole(),
                    found,
                    tally.forecast(),
                    tally.costs(),
                    nearMisses,
                    tally.unstated(),
                    question.saved().map(saved -> tally.change()));
        } catch (IOException e) {
            throw new UncheckedIOException("recent jobs not read", e);
        }
    }

    /** Returns whether there was time for all jobs. */
    private boolean count(RecentJobsView view, Question question, Judge judge, Tally tally, Instant since)
            throws IOException {
        Deadline deadline = new Deadline(clock, timeLimit);
        Optional<Judge> saved = question.saved().map(Judge::new);
        // What came last lies in the last ones, so that the newest are there if the time is up.
        List<JobSegment> segments = new ArrayList<>(view.segments());
        Collections.reverse(segments);
        for (JobSegment segment : segments) {
            JobSegment.Seen recent = segment.seenSince(since);
            SegmentVerdicts verdicts = SegmentVerdicts.of(segment, recent.jobs(), judge, deadline);
            Optional<SegmentVerdicts> before = saved.isEmpty()
                    ? Optional.empty()
                    : Optional.of(SegmentVerdicts.of(segment, recent.jobs(), saved.get(), deadline));
            if (deadline.passed()) {
                return false;
            }
            tally.watchedSince(recent.oldest());
            tally.add(segment, verdicts);
            before.ifPresent(of -> tally.compare(verdicts.matching(), of.matching()));
        }
        return true;
    }
}
