package io.earlybrd.bench.pipeline;

import static org.awaitility.Awaitility.await;

import io.earlybrd.bench.Figures;
import io.earlybrd.bench.Metrics;
import io.earlybrd.events.AlertFilters;
import io.earlybrd.events.AlertSaved;
import io.earlybrd.events.EntitlementChanged;
import io.earlybrd.events.Event;
import io.earlybrd.events.EventJson;
import io.earlybrd.events.JobPosted;
import io.earlybrd.events.MailPreferences;
import io.earlybrd.events.SubscriberChanged;
import io.earlybrd.events.Topic;
import io.earlybrd.events.call.ServiceToken;
import io.earlybrd.local.LocalSystem;
import io.earlybrd.local.Ports;
import io.earlybrd.local.ScraperApi;
import io.earlybrd.local.Service;
import io.earlybrd.local.SystemOptions;
import io.earlybrd.testkit.KafkaProbe;
import io.earlybrd.testkit.ReceivedMail;
import io.earlybrd.testkit.board.Board;
import io.earlybrd.testkit.board.JobDraft;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * How long a job takes from the request that finds it on an employer's board to the mail that tells of it, in a system that has nothing
 * else to do and whose mails do not wait for each other. One job at a time, each for another subscriber, since a person gets only a few
 * mails an hour.
 */
final class FetchToMail {

    private static final String BOARD = "benchworks";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOK_EVERY = Duration.ofMillis(5);
    private static final int WARM_UP = 30;
    private static final int JOBS = 200;
    private static final int PERCENT = 100;

    private final LocalSystem system;
    private final ScraperApi scraper;
    private final Board board;
    private final String sourceId;

    private FetchToMail(LocalSystem system) {
        this.system = system;
        scraper = new ScraperApi(system.url(Service.SCRAPER), new ServiceToken(system.serviceKey(), Clock.systemUTC()));
        board = system.board().board(BOARD, "Benchworks");
        // What is there before the first crawl is never mailed.
        board.add(JobDraft.of("Gardener", "Ulm"));
        sourceId = scraper.addBoard("greenhouse", BOARD, "Benchworks");
        scraper.poll(sourceId);
        await().atMost(PATIENCE).until(() -> scraper.health(sourceId).equals("healthy"));
    }

    static void measure(Path folder, Figures figures) {
        SystemOptions options = SystemOptions.in(folder)
                .fresh()
                .ports(Ports.free())
                .environment("EARLYBRD_JVM_PROFILE", "standard")
                .environment("EARLYBRD_COALESCE_SECONDS", "0");
        try (LocalSystem system = LocalSystem.start(options)) {
            new FetchToMail(system).run(figures);
        }
    }

    private void run(Figures figures) {
        Metrics matcher = new Metrics(system.managementUrl(Service.MATCHER));
        try (Publisher publisher = new Publisher(system.kafka().bootstrapServers())) {
            for (int i = 0; i < WARM_UP + JOBS; i++) {
                subscriber(i).forEach(event -> publisher.send(Publisher.record(event)));
            }
            publisher.flush();
        }
        matcher.awaitSum("earlybrd_alert_held", WARM_UP + JOBS);
        double[] millis = new double[JOBS];
        for (int i = 0; i < WARM_UP + JOBS; i++) {
            double taken = job(i);
            if (i >= WARM_UP) {
                millis[i - WARM_UP] = taken;
            }
        }
        Arrays.sort(millis);
        figures.add("p50_ms_fetch_to_mail", percentile(millis, 50));
        figures.add("p99_ms_fetch_to_mail", percentile(millis, 99));
        double[] published = millisUntilPublished();
        figures.add("p50_ms_seen_to_published", percentile(published, 50));
        figures.add("p99_ms_seen_to_published", percentile(published, 99));
    }

    /** From when a crawl first saw a job to its record on the topic, for all jobs after the warm-up, sorted. */
    private double[] millisUntilPublished() {
        try (KafkaProbe probe = KafkaProbe.of(system.kafka().bootstrapServers())) {
            return probe.readAll(Topic.JOBS.topicName()).stream()
                    .sorted(Comparator.comparing(ConsumerRecord::timestamp))
                    .skip(1 + WARM_UP)
                    .mapToDouble(record -> record.timestamp()
                            - EventJson.read(record.value(), JobPosted.class)
                                    .times()
                                    .firstSeenAt()
                                    .toEpochMilli())
                    .sorted()
                    .toArray();
        }
    }

    /** Milliseconds from the request to the mail. */
    private double job(int number) {
        board.add(JobDraft.of("Engineer " + word(number), "Berlin"));
        Instant posted = Instant.now();
        scraper.poll(sourceId);
        ReceivedMail mail = await().atMost(PATIENCE)
                .pollInterval(LOOK_EVERY)
                .until(() -> system.smtp().mailsTo(address(number)), mails -> !mails.isEmpty())
                .get(0);
        Instant fetched = system.board().requests().all().stream()
                .filter(request ->
                        request.target().contains(BOARD) && request.at().isAfter(posted))
                .findFirst()
                .orElseThrow()
                .at();
        return Duration.between(fetched, mail.receivedAt()).toNanos() / 1e6;
    }

    private static List<Event> subscriber(int number) {
        UUID id = UUID.randomUUID();
        Instant now = Instant.now();
        return List.of(
                new SubscriberChanged(
                        id,
                        1,
                        address(number),
                        Optional.of(now),
                        "Europe/Berlin",
                        Optional.empty(),
                        Optional.empty(),
                        new MailPreferences(true, Optional.empty()),
                        now),
                new EntitlementChanged(
                        id,
                        1,
                        true,
                        "trial",
                        Optional.of(now.plus(Duration.ofDays(14))),
                        Optional.empty(),
                        "trial",
                        now),
                new AlertSaved(
                        UUID.randomUUID(),
                        1,
                        id,
                        "bench",
                        word(number),
                        AlertFilters.NONE,
                        AlertSaved.INSTANT,
                        false,
                        Optional.empty(),
                        List.of(),
                        now));
    }

    private static String word(int number) {
        return "subject" + number;
    }

    private static String address(int number) {
        return "bench-" + number + "@post.example";
    }

    private static double percentile(double[] sorted, int percent) {
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / PERCENT)];
    }
}
