package io.earlybrd.scraper.posting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Cuts a list into pieces that are stored at once. Copies of one job stay together, so that it is told once with all its places. */
final class Chunks {

    /** Listings of up to 50 KB each: a transaction stays below a few megabytes. */
    private static final int SIZE = 100;

    /** As many as one job has places. */
    private static final int MOST = SIZE + FoldedJob.MOST_PLACES;

    private Chunks() {}

    /** The chunks of what was found, by the posting's id. */
    static List<Map<String, Found>> of(Map<String, Found> found) {
        Map<String, Map<String, Found>> byTitle = new LinkedHashMap<>();
        found.forEach((postingId, listing) -> byTitle.computeIfAbsent(
                        Words.title(listing.posting().title(), listing.posting().places()),
                        title -> new LinkedHashMap<>())
                .put(postingId, listing));
        List<Map<String, Found>> chunks = new ArrayList<>();
        Map<String, Found> chunk = new LinkedHashMap<>();
        for (Map<String, Found> alike : byTitle.values()) {
            if (!chunk.isEmpty() && chunk.size() + alike.size() > SIZE) {
                chunks.add(chunk);
                chunk = new LinkedHashMap<>();
            }
            for (Map.Entry<String, Found> listing : alike.entrySet()) {
                if (chunk.size() == MOST) {
                    chunks.add(chunk);
                    chunk = new LinkedHashMap<>();
                }
                chunk.put(listing.getKey(), listing.getValue());
            }
        }
        if (!chunk.isEmpty()) {
            chunks.add(chunk);
        }
        return chunks;
    }
}
