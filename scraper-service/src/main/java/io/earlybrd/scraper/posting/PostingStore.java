package io.earlybrd.scraper.posting;

import io.earlybrd.events.JobClosed;
import io.earlybrd.events.outbox.Outbox;
import io.earlybrd.scraper.database.Transactions;
import io.earlybrd.scraper.provider.Adapter.Coverage;
import io.earlybrd.scraper.provider.Outcome;
import io.earlybrd.scraper.provider.Posting;
import io.earlybrd.scraper.provider.Stub;
import io.earlybrd.scraper.schedule.Claim;
import io.earlybrd.scraper.schedule.SourceLeases;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Stores what a crawl found, and what is to be told of it, in the same transactions: a chunk at a time, so that a board of five
 * thousand jobs holds no lock for long. A crawl that stops in between is completed by the next one.
 */
@ApplicationScoped
public class PostingStore {

    /** Listings of up to 50 KB each: a transaction stays below a few megabytes. */
    private static final int CHUNK = 100;

    private static final int CLOSE_CHUNK = 500;

    private final Transactions transactions;
    private final PostingTable table;
    private final SourceLeases leases;
    private final Outbox outbox;
    private final Clock clock;

    PostingStore(Transactions transactions, PostingTable table, SourceLeases leases, Outbox outbox, Clock clock) {
        this.transactions = transactions;
        this.table = table;
        this.leases = leases;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Stores the listings of a crawl; closes what is not listed if the crawl read all there is. */
    public Uni<Changes> store(Claim claim, Outcome outcome, Coverage coverage) {
        Map<String, Posting> listed = byJobId(claim, outcome.postings());
        boolean showsAll = coverage == Coverage.ALL_OPEN_JOBS;
        Uni<Changes> stored = Multi.createFrom()
                .iterable(chunks(listed))
                .onItem()
                .transformToUniAndConcatenate(chunk -> storeChunk(claim, chunk))
                .collect()
                .in(() -> new Changes[] {Changes.NONE}, (sum, more) -> sum[0] = sum[0].plus(more))
                .map(sum -> sum[0]);
        return switch (outcome.kind()) {
            case OK -> showsAll ? stored.chain(changes -> closeMissing(claim, listed.keySet(), changes)) : stored;
            case PARTIAL -> stored;
            case NOT_MODIFIED -> showsAll ? allSeen(claim) : Uni.createFrom().item(Changes.NONE);
            case EMPTY, BLOCKED, GONE, CHANGED_SHAPE, UNREACHABLE ->
                Uni.createFrom().item(Changes.NONE);
        };
    }

    /** The listings whose details are to be read, the most urgent first. */
    public Uni<List<Stub>> wanted(Claim claim, List<Stub> stubs) {
        return Uni.createFrom().item(stubs);
    }

    private Uni<Changes> storeChunk(Claim claim, Map<String, Posting> listed) {
        Instant now = clock.instant();
        return transactions.run(() -> leases.confirm(claim)
                .chain(() -> table.known(listed.keySet()))
                .map(known -> ChunkPlan.of(claim, listed, known, now))
                .call(plan -> table.insert(claim.id(), plan.fresh()))
                .call(plan -> table.update(plan.changed()))
                .call(() -> table.seen(listed.keySet(), now))
                .call(plan -> outbox.append(plan.events()))
                .map(plan -> new Changes(plan.fresh().size(), plan.changed().size(), 0)));
    }

    private Uni<Changes> closeMissing(Claim claim, Set<String> listed, Changes before) {
        Instant now = clock.instant();
        return transactions
                .run(() -> leases.confirm(claim)
                        .chain(() -> table.close(claim.id(), listed, CLOSE_CHUNK, now))
                        .call(closed -> outbox.append(closed.stream()
                                .map(job -> new JobClosed(job.jobId(), job.version(), claim.source(), now))
                                .toList())))
                .chain(closed -> {
                    Changes changes = before.plus(new Changes(0, 0, closed.size()));
                    return closed.size() < CLOSE_CHUNK
                            ? Uni.createFrom().item(changes)
                            : closeMissing(claim, listed, changes);
                });
    }

    private Uni<Changes> allSeen(Claim claim) {
        return transactions
                .run(() -> leases.confirm(claim).chain(() -> table.allSeen(claim.id(), clock.instant())))
                .replaceWith(Changes.NONE);
    }

    /** A provider that lists a job twice means it once. */
    private static Map<String, Posting> byJobId(Claim claim, List<Posting> postings) {
        Map<String, Posting> byJobId = new LinkedHashMap<>();
        postings.forEach(posting -> byJobId.putIfAbsent(
                Identity.jobId(claim.provider(), claim.board().name(), posting.externalId()), posting));
        return byJobId;
    }

    private static List<Map<String, Posting>> chunks(Map<String, Posting> listed) {
        List<Map<String, Posting>> chunks = new ArrayList<>();
        Map<String, Posting> chunk = new LinkedHashMap<>();
        for (Map.Entry<String, Posting> entry : listed.entrySet()) {
            chunk.put(entry.getKey(), entry.getValue());
            if (chunk.size() == CHUNK) {
                chunks.add(chunk);
                chunk = new LinkedHashMap<>();
            }
        }
        if (!chunk.isEmpty()) {
            chunks.add(chunk);
        }
        return chunks;
    }
}
