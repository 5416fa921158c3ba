package io.earlybrd.bench.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import io.earlybrd.events.AlertSaved;
import io.earlybrd.events.EventJson;
import io.earlybrd.events.JobPosted;
import io.earlybrd.events.JobTimes;
import io.earlybrd.events.Place;
import io.earlybrd.testkit.SharedData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.opentest4j.TestAbortedException;

/** Jobs that were recorded, and alerts in the words of real titles, texts and places. */
public final class RecordedCorpus implements Corpus {

    private static final long SEED = 20_261_125;
    private static final Instant READ = Instant.parse("2026-11-01T08:00:00Z");

    private final List<JobPosted> jobs;
    private final AlertMaker alerts;

    private RecordedCorpus(List<JobPosted> jobs) {
        this.jobs = jobs;
        alerts = new AlertMaker(RecordedWishes.of(jobs), SEED);
    }

    /** The corpus; empty where the recordings are missing. */
    public static Optional<Corpus> find() {
        try {
            return Optional.of(new RecordedCorpus(jobs(SharedData.files("jobs/ashby-boards/*.json"))));
        } catch (TestAbortedException e) {
            return Optional.empty();
        }
    }

    @Override
    public String name() {
        return "recorded";
    }

    @Override
    public AlertSaved alert(long n) {
        return alerts.alert(n);
    }

    @Override
    public List<JobPosted> jobs(int limit) {
        return everySecond(0, limit);
    }

    @Override
    public List<JobPosted> earlierJobs(int limit) {
        return everySecond(1, limit);
    }

    private List<JobPosted> everySecond(int first, int limit) {
        return IntStream.range(0, jobs.size())
                .filter(i -> i % 2 == first)
                .mapToObj(jobs::get)
                .limit(limit)
                .toList();
    }

    private static List<JobPosted> jobs(List<Path> boards) {
        List<JobPosted> jobs = new ArrayList<>();
        for (Path board : boards) {
            String company = board.getFileName().toString().replace(".json", "");
            try {
                EventJson.mapper().readTree(board.toFile()).path("jobs").forEach(job -> jobs.add(job(company, job)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return jobs;
    }

    private static JobPosted job(String company, JsonNode job) {
        String place = job.path("location").asText("").strip();
        String id = job.path("id").asText();
        return new JobPosted(
                id,
                1,
                "ashby/" + company,
                company,
                job.path("title").asText().strip(),
                place.isEmpty() ? List.of() : List.of(Place.of(place)),
                job.path("isRemote").asBoolean() ? Optional.of("remote") : Optional.empty(),
                job.path("descriptionPlain").asText(),
                Optional.empty(),
                Optional.of(job.path("employmentType").asText())
                        .filter("FullTime"::equals)
                        .map(type -> "full-time"),
                Optional.empty(),
                URI.create("https://jobs.example/" + id),
                new JobTimes(Optional.empty(), READ, READ),
                false,
                Optional.empty());
    }
}
