package io.earlybrd.scraper.provider;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What was read of a provider's list.
 *
 * @param postings listings that are complete
 * @param stubs listings whose details are not read
 * @param unusable number of listings that could not be read
 * @param next where the list goes on; empty at its end
 * @param total number of listings that the provider says the whole list has, if it says so
 */
public record Listed(
        List<Posting> postings, List<Stub> stubs, int unusable, List<BoardRequest> next, OptionalInt total) {

    /** Nothing was read. */
    public static final Listed NOTHING = of(List.of());

    public Listed {
        postings = List.copyOf(postings);
        stubs = List.copyOf(stubs);
        next = List.copyOf(next);
    }

    /** A whole list of complete postings. */
    public static Listed of(List<Posting> postings) {
        return new Listed(postings, List.of(), 0, List.of(), OptionalInt.empty());
    }

    /** The ids of the listings at their provider. */
    public List<String> externalIds() {
        return Stream.concat(
                        postings.stream().map(Posting::externalId),
                        stubs.stream().map(Stub::externalId))
                .toList();
    }

    /** The number of listings that were read. */
    public int size() {
        return postings.size() + stubs.size();
    }
}
