package io.earlybrd.scraper.posting;

import io.earlybrd.scraper.provider.Posting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Folds postings without any database: what one crawl of each source would make of them. */
final class Folds {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private final Folding folding = new Folding("greenhouse/test", List.of(), 0, NOW);
    private final Map<String, UUID> sources = new LinkedHashMap<>();
    private final Map<Moved, Posting> listings = new LinkedHashMap<>();

    /** Reads the list of a source. */
    Folds read(String source, boolean employersBoard, Collection<Posting> postings) {
        UUID sourceId = sources.computeIfAbsent(source, name -> UUID.randomUUID());
        List<Moved> moved = new ArrayList<>();
        for (Posting posting : postings) {
            Moved listing = new Moved(
                    Identity.hash(source, posting.externalId()),
                    sourceId,
                    posting,
                    Identity.contentHash(posting),
                    FoldKey.of(posting),
                    null,
                    false,
                    employersBoard,
                    moved.size(),
                    NOW);
            moved.add(listing);
            listings.put(listing, posting);
        }
        folding.fold(moved);
        return this;
    }

    /** How many jobs they are. */
    int jobs() {
        return folding.jobs().size();
    }

    /** The postings of each job that has several. */
    List<List<Posting>> folded() {
        Map<FoldedJob, List<Posting>> byJob = new LinkedHashMap<>();
        listings.forEach((listing, posting) -> byJob.computeIfAbsent(folding.jobOf(listing), job -> new ArrayList<>())
                .add(posting));
        return byJob.values().stream().filter(postings -> postings.size() > 1).toList();
    }
}
