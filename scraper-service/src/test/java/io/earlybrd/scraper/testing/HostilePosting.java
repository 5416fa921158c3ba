package io.earlybrd.scraper.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.earlybrd.testkit.SharedData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;

/**
 * A posting that was written to harm whoever reads it.
 *
 * @param posting its title, company, location, url, description, salary and posted
 * @param becomes what of it is as it stands here once it is clean, or why it is refused; missing if it was not written by us
 */
public record HostilePosting(String id, ObjectNode posting, JsonNode becomes) {

    private static final JsonMapper JSON = new JsonMapper();

    /** Those that others collected. */
    public static Stream<HostilePosting> recorded() throws IOException {
        return read(Files.readAllLines(SharedData.path("trust/text/hostile_postings.jsonl")));
    }

    /** Ours: kinds of harm that the others do not have. */
    public static Stream<HostilePosting> own() throws IOException {
        try (var lines = HostilePosting.class.getResourceAsStream("/hostile/postings.jsonl")) {
            return read(new String(lines.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        }
    }

    private static Stream<HostilePosting> read(List<String> lines) {
        return lines.stream().map(HostilePosting::read);
    }

    private static HostilePosting read(String line) {
        try {
            JsonNode read = JSON.readTree(line);
            return new HostilePosting(
                    read.path("id").asText(), (ObjectNode) read.path("posting"), read.path("becomes"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return id;
    }
}
