package io.earlybrd.matcher.testing;

import com.fasterxml.jackson.databind.JsonNode;
import io.earlybrd.events.EventJson;
import io.earlybrd.events.JobPosted;
import io.earlybrd.testkit.SharedData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Real jobs that were recorded; tests that ask for them are skipped where they are missing. */
public final class RecordedJobs {

    private RecordedJobs() {}

    /** Titles, employers and places as people write them, without descriptions: every {@code step}th of one corpus. */
    public static List<JobPosted> ofCorpus(String name, int step) {
        List<JobPosted> jobs = new ArrayList<>();
        Path file = SharedData.path("corpus/" + name + ".jsonl.gz");
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (number++ % step == 0) {
                    jobs.add(ofCorpus(EventJson.mapper().readTree(line)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return jobs;
    }

    /** Whole postings with descriptions, from recorded Ashby boards. */
    public static List<JobPosted> ofBoards() {
        List<JobPosted> jobs = new ArrayList<>();
        for (Path file : SharedData.files("jobs/ashby-boards/*.json")) {
            String company = file.getFileName().toString().replace(".json", "");
            try {
                for (JsonNode job : EventJson.mapper().readTree(file.toFile()).path("jobs")) {
                    jobs.add(ofAshby(company, job));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return jobs;
    }

    private static JobPosted ofCorpus(JsonNode job) {
        Posting posting = Posting.titled(job.path("title").asText())
                .id(job.path("id").asText())
                .at(job.path("company").asText());
        String place = job.path("location").asText("");
        if (!place.isBlank()) {
            posting.in(place);
        }
        return (job.path("remote").asBoolean() ? posting.workplace("remote") : posting).posted();
    }

    private static JobPosted ofAshby(String company, JsonNode job) {
        Posting posting = Posting.titled(job.path("title").asText())
                .id(job.path("id").asText())
                .at(company)
                .body(job.path("descriptionPlain").asText());
        String place = job.path("location").asText("");
        if (!place.isBlank()) {
            posting.in(place);
        }
        return (job.path("isRemote").asBoolean() ? posting.workplace("remote") : posting).posted();
    }
}
