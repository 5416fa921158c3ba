package io.earlybrd.scraper.schedule;

import io.earlybrd.scraper.fetch.Validators;
import io.earlybrd.scraper.health.Failures;
import io.earlybrd.scraper.health.Health;
import io.earlybrd.scraper.health.History;
import io.earlybrd.scraper.health.Report;
import io.earlybrd.scraper.provider.Board;
import java.time.Instant;
import java.util.UUID;

/**
 * The right to crawl one source, and what is known of it. It ends when the crawl is recorded, or when the lease was not renewed;
 * whoever claims the source next gets a larger fence, and this one may write nothing any more.
 *
 * @param id the source's id
 * @param host where its requests go, as far as is known
 * @param fence number of this claim
 * @param dueAt when the crawl should have begun
 * @param claimedAt when the crawl began
 * @param validators to show with the request; none if the whole list is to be read for once
 * @param past what earlier crawls left
 */
public record Claim(
        UUID id,
        String provider,
        Board board,
        String host,
        long fence,
        Instant dueAt,
        Instant claimedAt,
        Lease lease,
        Validators validators,
        Past past) {

    /** The name of the source in events and logs: {@code greenhouse/stripe}. */
    public String source() {
        return provider + "/" + board.name();
    }

    /**
     * What earlier crawls left.
     *
     * @param baseline whether one has read the whole list, so that what is new now is new in the world
     * @param openJobs jobs that are open
     * @param lastYield listings of the last list that was believed
     * @param toldAt when others were told of the source last
     * @param report what operators know of its health
     */
    public record Past(
            boolean baseline,
            Health health,
            Failures failures,
            int openJobs,
            int lastYield,
            Instant toldAt,
            History history,
            Report report) {}
}
