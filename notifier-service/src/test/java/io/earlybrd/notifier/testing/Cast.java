package io.earlybrd.notifier.testing;

import io.earlybrd.events.AlertFilters;
import io.earlybrd.events.AlertMatch;
import io.earlybrd.events.AlertSaved;
import io.earlybrd.events.DigestSchedule;
import io.earlybrd.events.EntitlementChanged;
import io.earlybrd.events.HopTimes;
import io.earlybrd.events.JobClosed;
import io.earlybrd.events.JobMatched;
import io.earlybrd.events.JobPosted;
import io.earlybrd.events.JobSummary;
import io.earlybrd.events.JobTimes;
import io.earlybrd.events.MailPreferences;
import io.earlybrd.events.Place;
import io.earlybrd.events.QuietHours;
import io.earlybrd.events.Reason;
import io.earlybrd.events.Repost;
import io.earlybrd.events.Salary;
import io.earlybrd.events.SubscriberChanged;
import io.earlybrd.events.SubscriberMatch;
import io.earlybrd.events.Topic;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The people and jobs of the tests, as other services tell of them. */
public final class Cast {

    private Cast() {}

    /** A subscriber with a confirmed address. */
    public static SubscriberChanged subscriber(UUID id, String email, Instant now) {
        return new SubscriberChanged(
                id,
                1,
                email,
                Optional.of(now.minus(Duration.ofDays(3))),
                "Europe/Berlin",
                Optional.empty(),
                Optional.empty(),
                new MailPreferences(true, Optional.empty()),
                now);
    }

    /** The same subscriber later, with other times of mail. */
    public static SubscriberChanged changed(
            SubscriberChanged of, Optional<DigestSchedule> schedule, Optional<QuietHours> quietHours) {
        return new SubscriberChanged(
                of.subscriberId(),
                of.version() + 1,
                of.email(),
                of.verifiedAt(),
                of.zone(),
                schedule,
                quietHours,
                of.preferences(),
                of.changedAt());
    }

    /** A trial that runs for another ten days. */
    public static EntitlementChanged trial(UUID subscriberId, Instant now) {
        return entitlement(subscriberId, 1, true, now.plus(Duration.ofDays(10)), now);
    }

    /** An entitlement until a time. */
    public static EntitlementChanged entitlement(
            UUID subscriberId, long version, boolean allowed, Instant until, Instant now) {
        return new EntitlementChanged(
                subscriberId, version, allowed, "trial", Optional.of(until), Optional.empty(), "trial", now);
    }

    /** An alert that mails at once. */
    public static AlertSaved alert(UUID subscriberId, String name, Instant now) {
        return alert(UUID.randomUUID(), 1, subscriberId, name, AlertSaved.INSTANT, false, Optional.empty(), now);
    }

    /** An alert in any state. */
    public static AlertSaved alert(
            UUID alertId,
            long version,
            UUID subscriberId,
            String name,
            String cadence,
            boolean paused,
            Optional<Instant> resumedAt,
            Instant now) {
        return new AlertSaved(
                alertId,
                version,
                subscriberId,
                name,
                "\"platform engineer\" kubernetes",
                AlertFilters.NONE,
                cadence,
                paused,
                resumedAt,
                List.of(),
                now);
    }

    /** What a mail shows of a job. */
    public static JobSummary job(String title, String company, Instant now) {
        return new JobSummary(
                title,
                company,
                List.of(Place.of("Berlin")),
                Optional.of("hybrid"),
                Optional.of(new Salary(Optional.of(8_200_000L), Optional.of(9_600_000L), "EUR", "year")),
                URI.create("https://jobs.example/" + UUID.randomUUID()),
                "greenhouse/fjordbank",
                Optional.of(now.minus(Duration.ofMinutes(4))),
                Optional.empty());
    }

    /** The summary of a job that was listed again so often, since then. */
    public static JobSummary relisted(int times, Instant openSince) {
        JobSummary job = job("Platform Engineer", "Fjordbank", openSince);
        return new JobSummary(
                job.title(),
                job.company(),
                job.places(),
                job.workplace(),
                job.salary(),
                job.url(),
                job.sourceId(),
                job.postedAt(),
                job.attribution(),
                Optional.of(new Repost(times, openSince)));
    }

    /** That a job is open in this version of it. */
    public static JobPosted posted(String jobId, long version, Instant now) {
        return new JobPosted(
                jobId,
                version,
                "greenhouse/fjordbank",
                "Fjordbank",
                "Engineer",
                List.of(Place.of("Berlin")),
                Optional.empty(),
                "You build things. ".repeat(200),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                URI.create("https://jobs.example/" + jobId),
                new JobTimes(Optional.empty(), now, now),
                false,
                Optional.empty());
    }

    /** That a job is no longer listed, from this version of it on. */
    public static JobClosed closed(String jobId, long version, Instant now) {
        return new JobClosed(jobId, version, "greenhouse/fjordbank", now);
    }

    /** That a job is for one subscriber. */
    public static JobMatched matched(
            String jobId, JobSummary job, Instant now, UUID subscriberId, AlertSaved... alerts) {
        return matched(jobId, job, now, List.of(match(subscriberId, alerts)));
    }

    /** That a job is for these subscribers. */
    public static JobMatched matched(String jobId, JobSummary job, Instant now, List<SubscriberMatch> subscribers) {
        int partition = Topic.partitionOf(subscribers.get(0).subscriberId().toString());
        return new JobMatched(jobId, 1, partition, 0, job, subscribers, new HopTimes(now, now, now));
    }

    /** One subscriber's part of such a record. */
    public static SubscriberMatch match(UUID subscriberId, AlertSaved... alerts) {
        return new SubscriberMatch(
                subscriberId,
                Stream.of(alerts)
                        .map(alert -> new AlertMatch(
                                alert.alertId(),
                                alert.version(),
                                List.of(
                                        new Reason("\"platform engineer\"", "title", 0),
                                        new Reason("kubernetes", "body", 120))))
                        .toList());
    }
}
