package io.earlybrd.scraper.liveness;

import io.earlybrd.scraper.fetch.RefusedUrl;
import io.earlybrd.scraper.fetch.WebUrl;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What was seen in one round over pages of a source, and whether it is to be believed. A site that has moved, or that hides from
 * robots, answers 404 for everything: pages that are gone say nothing of their jobs unless another page of their host is there.
 */
final class Round {

    /** An employer with fewer jobs may close all of them on one day. */
    static final int FEW = 4;

    /** After so many looks in a row that say nothing, the others would say nothing either. */
    private static final int MOST_SILENCES = 3;

    private final boolean listDoubted;
    private final List<Seen> seen = new ArrayList<>();
    private final List<Seen> witnesses = new ArrayList<>();
    private int silences;

    /** A look and what it has shown. */
    record Seen(Look look, Sight sight) {}

    /**
     * An empty round.
     *
     * @param listDoubted whether the source's own list lacks these postings and is not believed for itself: then both say the same,
     *     and no other witness is needed
     */
    Round(boolean listDoubted) {
        this.listDoubted = listDoubted;
    }

    /** Adds a look at the page of a posting that no list shows. */
    void add(Look look, Sight sight) {
        seen.add(new Seen(look, sight));
        silences = sight.kind() == Sight.Kind.SILENT ? silences + 1 : 0;
    }

    /** Adds a look at the page of a posting that need not be looked at for itself. */
    void addWitness(Look look, Sight sight) {
        witnesses.add(new Seen(look, sight));
    }

    /** Whether there is no sense in looking at more. */
    boolean ended() {
        return silences >= MOST_SILENCES;
    }

    /** Looks at pages of postings that no list shows. */
    List<Seen> seen() {
        return seen;
    }

    /** Hosts with pages that are not there and none that is. */
    Set<String> suspects() {
        Set<String> suspects = new LinkedHashSet<>();
        if (!listDoubted) {
            seen.stream()
                    .filter(one -> one.sight().missed())
                    .map(one -> host(one.look()))
                    .filter(host -> !isThere(host))
                    .forEach(suspects::add);
        }
        return suspects;
    }

    /** Hosts of which so many pages were looked at, and none is there, that none of them says anything. */
    List<String> unbelieved() {
        return suspects().stream().filter(host -> all(host).size() >= FEW).toList();
    }

    /** Whether a page that is not there says something about its job; where it leads up, only if another of the host is there. */
    boolean believes(Seen one) {
        String host = host(one.look());
        return listDoubted
                || isThere(host)
                || one.sight().kind() == Sight.Kind.GONE && all(host).size() < FEW;
    }

    /** Whether any page was there. */
    boolean foundAny() {
        return all().anyMatch(one -> one.sight().found());
    }

    /** Whether a page of this host was there. */
    boolean isThere(String host) {
        return all(host).stream().anyMatch(one -> one.sight().found());
    }

    /** The host of a page; empty if nobody could ask it. */
    static String host(Look look) {
        try {
            return WebUrl.parse(look.url()).host();
        } catch (RefusedUrl e) {
            return "";
        }
    }

    private List<Seen> all(String host) {
        return all().filter(one -> host(one.look()).equals(host)).toList();
    }

    private Stream<Seen> all() {
        return Stream.concat(seen.stream(), witnesses.stream());
    }
}
