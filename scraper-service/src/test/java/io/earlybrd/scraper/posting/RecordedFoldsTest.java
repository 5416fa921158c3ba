package io.earlybrd.scraper.posting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.earlybrd.events.EventJson;
import io.earlybrd.events.company.CompanyNames;
import io.earlybrd.scraper.provider.Answer;
import io.earlybrd.scraper.provider.Board;
import io.earlybrd.scraper.provider.Posting;
import io.earlybrd.scraper.provider.PostingDraft;
import io.earlybrd.scraper.provider.greenhouse.GreenhouseAdapter;
import io.earlybrd.testkit.SharedData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is folded of lists that were recorded. */
@Tag("S8")
class RecordedFoldsTest {

    /** Employers that list one text under one title for several cities, each looked at by a person. */
    @Test
    void recordedBoards_foldTheirCitiesAndNothingElse() throws IOException {
        // Given
        Folds folds = new Folds();
        int postings = 0;

        // When
        for (Path file : SharedData.files("jobs/ashby-boards/*.json")) {
            List<Posting> board = board(file);
            postings += board.size();
            folds.read(file.toString(), true, board);
        }

        // Then
        assertThat(postings).isGreaterThan(150);
        assertThat(folds.folded())
                .extracting(copies -> copies.get(0).title().strip() + " x " + copies.size())
                .containsExactlyInAnyOrder("Senior Product Designer x 2", "Social Media & Content Strategist x 3");
    }

    /** Greenhouse says that two of these four are of one opening: under two titles, for the same places. */
    @Test
    void recordedOpeningOfTwoTitles_isTwoJobs() throws IOException {
        // Given
        Path file = SharedData.path("jobs/greenhouse/recruitai-claude__greenhouse.json");
        Answer answer = new Answer(file.toUri(), null, Files.newInputStream(file));

        // When
        List<Posting> board = new GreenhouseAdapter(URI.create("https://boards.example"))
                .read(new Board("recorded", null), answer)
                .postings();

        // Then
        assertThat(board).extracting(Posting::openingId).hasSize(4).doesNotContainNull();
        assertThat(board.stream().map(Posting::openingId).distinct()).hasSize(3);
        assertThat(new Folds().read("greenhouse", true, board).jobs()).isEqualTo(4);
    }

    @Test
    void listingsOfOnePageInSeveralCollections_areOneJobIfTheyHaveOneTitle() throws IOException {
        // Given
        Map<String, List<Posting>> collections = new LinkedHashMap<>();
        for (String name : List.of("open-jobs-data", "stapply-ai-companies", "tech-salary-radar")) {
            collections.put(name, corpus(SharedData.path("corpus/" + name + ".jsonl.gz")));
        }
        Set<String> pages = new HashSet<>();
        Set<String> shared = new HashSet<>();
        for (List<Posting> collection : collections.values()) {
            Set<String> own = new HashSet<>();
            collection.forEach(posting -> own.add(String.valueOf(UrlKey.of(posting.url()))));
            own.stream().filter(page -> !pages.add(page)).forEach(shared::add);
        }

        // When
        Folds folds = new Folds();
        collections.forEach((name, collection) -> folds.read(name, false, ofPages(collection, shared)));

        // Then
        List<List<Posting>> folded = folds.folded();
        assertThat(shared).hasSizeGreaterThan(3_000);
        assertThat(folded).hasSizeGreaterThan(2_500);
        assertThat(folded)
                .filteredOn(copies -> copies.stream()
                                .map(posting -> UrlKey.of(posting.url())
                                        + Words.title(posting.title(), posting.places())
                                        + CompanyNames.comparable(posting.company()))
                                .distinct()
                                .count()
                        > 1)
                .isEmpty();
    }

    private static Collection<Posting> ofPages(List<Posting> postings, Set<String> pages) {
        return postings.stream()
                .filter(posting -> pages.contains(String.valueOf(UrlKey.of(posting.url()))))
                .toList();
    }

    private static List<Posting> board(Path file) throws IOException {
        List<Posting> postings = new ArrayList<>();
        for (JsonNode job : EventJson.mapper().readTree(file.toFile()).path("jobs")) {
            postings.add(new PostingDraft(job.path("id").asText())
                    .title(job.path("title").asText())
                    .company(file.getFileName().toString())
                    .places(job.path("location").asText())
                    .html(job.path("descriptionHtml").asText())
                    .url(job.path("jobUrl").asText())
                    .posting());
        }
        return postings;
    }

    private static List<Posting> corpus(Path file) throws IOException {
        List<Posting> postings = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode job = EventJson.mapper().readTree(line);
                if (job.path("url").asText("").startsWith("http")
                        && !job.path("title").asText("").isBlank()) {
                    postings.add(new PostingDraft(job.path("url").asText())
                            .title(job.path("title").asText())
                            .company(job.path("company").asText())
                            .places(job.path("location").asText(""))
                            .url(job.path("url").asText())
                            .posting());
                }
            }
        }
        return postings;
    }
}
