package io.earlybrd.scraper.crawl;

import io.earlybrd.scraper.provider.BoardRequest;
import io.earlybrd.scraper.provider.Listed;
import io.earlybrd.scraper.provider.Listing;
import io.earlybrd.scraper.provider.Outcome;
import io.earlybrd.scraper.provider.Posting;
import io.earlybrd.scraper.provider.Stub;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts the pages of one list together. Lists move while they are read: a listing that comes twice counts once, and a list of which
 * fewer came than there are, or that breaks off, is not whole.
 */
final class Pages {

    /** As many as the longest list has, in the smallest pages that providers serve. */
    static final int MOST = Listing.MOST / 20;

    private final Map<String, Posting> postings = new LinkedHashMap<>();
    private final Map<String, Stub> stubs = new LinkedHashMap<>();
    private final Queue<BoardRequest> next = new ArrayDeque<>();
    private final Set<BoardRequest> asked = new HashSet<>();
    private final OptionalInt total;
    private int unusable;
    private boolean whole = true;
    private String firstFault = "";

    /** Begins with what the first page says. */
    Pages(BoardRequest first, Outcome outcome) {
        asked.add(first);
        total = outcome.listed().total();
        add(outcome);
    }

    /** The next page to ask for; null at the end, or if there can be no whole list any more. */
    @Nullable
    BoardRequest next() {
        if (!whole) {
            return null;
        }
        if (!next.isEmpty() && (asked.size() >= MOST || postings.size() + stubs.size() > Listing.MOST)) {
            breakOff("more than " + MOST + " pages or " + Listing.MOST + " listed");
            return null;
        }
        BoardRequest request = next.poll();
        if (request != null) {
            asked.add(request);
        }
        return request;
    }

    /** The number of pages that were asked for. */
    int count() {
        return asked.size();
    }

    /** Adds what a further page says. */
    void add(Outcome page) {
        switch (page.kind()) {
            case OK, PARTIAL -> {
                Listed listed = page.listed();
                listed.postings().forEach(posting -> postings.putIfAbsent(posting.externalId(), posting));
                listed.stubs().forEach(stub -> stubs.putIfAbsent(stub.externalId(), stub));
                unusable += listed.unusable();
                listed.next().stream()
                        .filter(request -> !asked.contains(request) && !next.contains(request))
                        .forEach(next::add);
                fault(page.reason());
                whole &= page.wholeList();
            }
            case EMPTY -> next.clear();
            case NOT_MODIFIED, BLOCKED, GONE, CHANGED_SHAPE, UNREACHABLE ->
                breakOff("page " + asked.size() + ": " + page.reason());
        }
    }

    /** What all pages together amount to. */
    Outcome outcome() {
        if (whole && total.isPresent()) {
            String difference = Listing.difference(postings.size() + stubs.size() + unusable, total.getAsInt());
            if (!difference.isEmpty()) {
                breakOff(difference);
            }
        }
        Listed listed = new Listed(
                List.copyOf(postings.values()), List.copyOf(stubs.values()), unusable, List.of(), OptionalInt.empty());
        if (firstFault.isEmpty()) {
            return listed.size() == 0 ? new Outcome.Empty() : new Outcome.Ok(listed);
        }
        return listed.size() == 0 && !whole
                ? new Outcome.ChangedShape(firstFault)
                : new Outcome.Partial(listed, firstFault, whole);
    }

    private void breakOff(String reason) {
        whole = false;
        fault(reason);
    }

    private void fault(String reason) {
        firstFault = firstFault.isEmpty() ? reason : firstFault;
    }
}
