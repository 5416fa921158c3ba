package io.earlybrd.events;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** One full and one minimal event of each kind; they become the published examples. */
final class Samples {

    private static final UUID SUBSCRIBER = UUID.fromString("019ab000-0000-7000-8000-000000000001");
    private static final UUID ALERT = UUID.fromString("019ab000-0000-7000-8000-000000000002");
    private static final Instant AT = Instant.parse("2026-11-23T10:06:18Z");
    private static final Instant POSTED = Instant.parse("2026-11-23T10:02:00Z");
    private static final URI PAGE = URI.create("https://jobs.fjordbank.example/2231");
    private static final String JOB = "5f1c2a0d9e8b4c7f5f1c2a0d9e8b4c7f";
    private static final String SOURCE = "greenhouse/fjordbank";

    private Samples() {}

    /** Name (full or minimal) and event. */
    record Sample(String name, Event event) {

        @Override
        public String toString() {
            return event.getClass().getSimpleName() + " " + name;
        }
    }

    static Stream<Sample> all() {
        return Stream.concat(
                full().map(event -> new Sample("full", event)), minimal().map(event -> new Sample("minimal", event)));
    }

    private static Stream<Event> full() {
        JobPosted job = new JobPosted(
                JOB,
                3,
                SOURCE,
                "Fjordbank",
                "Platform Engineer, Developer Infrastructure",
                List.of(new Place("Berlin, Germany", Optional.of("Berlin"), Optional.of("Berlin"), Optional.of("DE"))),
                Optional.of("hybrid"),
                "You run Kubernetes for all teams.",
                Optional.of(new Salary(Optional.of(8_200_000L), Optional.of(9_600_000L), "EUR", "year")),
                Optional.of("full-time"),
                Optional.of("senior"),
                PAGE,
                new JobTimes(Optional.of(POSTED), AT, AT),
                false,
                Optional.of(new Attribution("Fjordbank careers", URI.create("https://jobs.fjordbank.example"))),
                Optional.of(true),
                Optional.of(new Repost(2, POSTED)));
        AlertFilters filters = new AlertFilters(
                List.of("Berlin", "Potsdam"),
                AlertFilters.REMOTE_ALSO,
                List.of("Fjordbank"),
                List.of("Kestrel Pay"),
                Optional.of(new SalaryFloor(7_500_000, "EUR", "year", true)),
                List.of("full-time"),
                List.of("senior"),
                Optional.of(true),
                Optional.of(true),
                Optional.of(true));
        return Stream.of(
                job,
                new JobClosed(JOB, 4, SOURCE, AT),
                new SourceChanged(
                        SOURCE,
                        2,
                        "greenhouse",
                        "fjordbank",
                        Optional.of("Fjordbank"),
                        "healthy",
                        Optional.of(AT),
                        41,
                        40,
                        Optional.of(AT),
                        AT),
                new AlertSaved(
                        ALERT,
                        7,
                        SUBSCRIBER,
                        "Platform engineer, Berlin or remote",
                        "\"platform engineer\" (kubernetes OR k8s) -manager",
                        filters,
                        AlertSaved.INSTANT,
                        false,
                        Optional.of(AT),
                        List.of(new Mute("company", "Kestrel Pay")),
                        AT),
                new SubscriberChanged(
                        SUBSCRIBER,
                        2,
                        "robin@post.example",
                        Optional.of(AT),
                        "Europe/Berlin",
                        Optional.of(new DigestSchedule(9, 1)),
                        Optional.of(new QuietHours("22:00", "07:00")),
                        new MailPreferences(true, Optional.of(AT)),
                        AT),
                new EntitlementChanged(
                        SUBSCRIBER, 3, true, "active", Optional.of(AT), Optional.of("monthly"), "paid", AT),
                new JobMatched(
                        JOB,
                        3,
                        4,
                        0,
                        JobSummary.of(job),
                        List.of(new SubscriberMatch(
                                SUBSCRIBER,
                                List.of(new AlertMatch(
                                        ALERT, 7, List.of(new Reason("\"platform engineer\"", "title", 0)))))),
                        new HopTimes(AT, AT, AT)),
                new MailRequested(
                        SUBSCRIBER,
                        "account",
                        "verify-address",
                        "robin@post.example",
                        "Europe/Berlin",
                        Map.of("link", "https://earlybrd.example/confirm/TOKEN"),
                        AT,
                        AT.plusSeconds(86_400)),
                new FateChanged(
                        SUBSCRIBER,
                        JOB,
                        2,
                        job.title(),
                        job.company(),
                        PAGE,
                        List.of(new AlertMatch(ALERT, 7, List.of(new Reason("kubernetes", "body", 8)))),
                        FateChanged.PENDING,
                        Optional.of("coalescing"),
                        Optional.of(AT),
                        Optional.of("<019ab000-0000-7000-8000-000000000003@earlybrd.example>"),
                        AT,
                        AT),
                new AddressSuppressed(SUBSCRIBER, "unsubscribed", AT),
                new AlertStopped(SUBSCRIBER, ALERT, AT));
    }

    private static Stream<Event> minimal() {
        JobPosted job = new JobPosted(
                JOB,
                1,
                SOURCE,
                "Fjordbank",
                "Nurse",
                List.of(),
                Optional.empty(),
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                PAGE,
                new JobTimes(Optional.empty(), AT, AT),
                true,
                Optional.empty());
        return Stream.of(
                job,
                new JobClosed(JOB, 2, SOURCE, AT),
                new SourceChanged(
                        SOURCE,
                        1,
                        "greenhouse",
                        "fjordbank",
                        Optional.empty(),
                        "new",
                        Optional.empty(),
                        0,
                        0,
                        Optional.empty(),
                        AT),
                new AlertSaved(
                        ALERT,
                        1,
                        SUBSCRIBER,
                        "Nurse",
                        "nurse",
                        AlertFilters.NONE,
                        AlertSaved.DAILY,
                        true,
                        Optional.empty(),
                        List.of(),
                        AT),
                new SubscriberChanged(
                        SUBSCRIBER,
                        1,
                        "robin@post.example",
                        Optional.empty(),
                        "Europe/Berlin",
                        Optional.empty(),
                        Optional.empty(),
                        new MailPreferences(true, Optional.empty()),
                        AT),
                new EntitlementChanged(
                        SUBSCRIBER, 1, false, "ended", Optional.empty(), Optional.empty(), "trial-ended", AT),
                new JobMatched(JOB, 1, 0, 0, JobSummary.of(job), List.of(), new HopTimes(AT, AT, AT)),
                new MailRequested(
                        SUBSCRIBER,
                        "account",
                        "password-changed",
                        "robin@post.example",
                        "Europe/Berlin",
                        Map.of(),
                        AT,
                        AT),
                new FateChanged(
                        SUBSCRIBER,
                        JOB,
                        1,
                        "Nurse",
                        "Fjordbank",
                        PAGE,
                        List.of(),
                        FateChanged.SENT,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        AT,
                        AT),
                new AddressSuppressed(SUBSCRIBER, "bounced", AT),
                new AlertStopped(SUBSCRIBER, ALERT, AT));
    }
}
