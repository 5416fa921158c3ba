package io.earlybrd.scraper.posting;

import io.earlybrd.events.JobClosed;
import io.earlybrd.events.outbox.Outbox;
import io.earlybrd.scraper.database.Transactions;
import io.earlybrd.scraper.provider.Adapter.Coverage;
import io.earlybrd.scraper.provider.Outcome;
import io.earlybrd.scraper.provider.Stub;
import io.earlybrd.scraper.schedule.Claim;
import io.earlybrd.scraper.schedule.SourceLeases;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

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
    private final DetailTable details;
    private final SourceLeases leases;
    private final Outbox outbox;
    private final Clock clock;

    PostingStore(
            Transactions transactions,
            PostingTable table,
            DetailTable details,
            SourceLeases leases,
            Outbox outbox,
            Clock clock) {
        this.transactions = transactions;
        this.table = table;
        this.details = details;
        this.leases = leases;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Stores the listings of a crawl; closes what is not listed if the crawl read all there is. */
    public Uni<Changes> store(Claim claim, Outcome outcome, Coverage coverage) {
        boolean showsAll = coverage == Coverage.ALL_OPEN_JOBS;
        return switch (outcome.kind()) {
            case OK, PARTIAL -> storeListed(claim, outcome, showsAll && outcome.kind() == Outcome.Kind.OK);
            case NOT_MODIFIED -> showsAll ? allSeen(claim) : Uni.createFrom().item(Changes.NONE);
            case EMPTY, BLOCKED, GONE, CHANGED_SHAPE, UNREACHABLE ->
                Uni.createFrom().item(Changes.NONE);
        };
    }

    /** The listings whose details are to be read, the most urgent first. */
    public Uni<List<Stub>> wanted(Claim claim, List<Stub> stubs) {
        List<String> ids = stubs.stream().map(Stub::externalId).toList();
        return transactions
                .run(() -> details.known(claim.id(), ids))
                .map(rows -> DetailOrder.of(stubs, rows, clock.instant()));
    }

    /** Notes that the details of a listing were asked for in vain; they are wanted again in an hour. */
    public Uni<Void> putOff(Claim claim, Stub stub) {
        return transactions.run(() ->
                leases.confirm(claim).chain(() -> details.putOff(claim.id(), stub.externalId(), clock.instant())));
    }

    private Uni<Changes> storeListed(Claim claim, Outcome outcome, boolean close) {
        Map<String, Found> found = Found.in(claim, outcome.listed());
        Map<String, Stub> bare = outcome.listed().stubs().stream()
                .filter(stub -> stub.listed() == null)
                .collect(
                        Collectors.toMap(stub -> Found.id(claim, stub.externalId()), Function.identity(), (a, b) -> a));
        Uni<Changes> stored = Multi.createFrom()
                .iterable(chunks(found))
                .onItem()
                .transformToUniAndConcatenate(chunk -> storeChunk(claim, chunk))
                .collect()
                .in(() -> new Changes[] {Changes.NONE}, (sum, more) -> sum[0] = sum[0].plus(more))
                .map(sum -> sum[0]);
        Uni<Changes> seen = bare.isEmpty()
                ? stored
                : stored.chain(changes -> bareSeen(claim, bare).map(changes::plus));
        Set<String> listed = new HashSet<>(found.keySet());
        listed.addAll(bare.keySet());
        return close ? seen.chain(changes -> closeMissing(claim, listed, changes)) : seen;
    }

    private Uni<Changes> storeChunk(Claim claim, Map<String, Found> listed) {
        Instant now = clock.instant();
        List<DetailTable.Read> read = listed.values().stream()
                .map(Found::posting)
                .filter(posting -> posting.revision() != null)
                .map(posting -> new DetailTable.Read(posting.externalId(), Identity.revision(posting.revision())))
                .toList();
        List<String> detailed = read.stream().map(DetailTable.Read::externalId).toList();
        return transactions.run(() -> leases.confirm(claim)
                .chain(() -> details.beforeBaseline(claim.id(), detailed))
                .chain(old -> table.known(listed.keySet()).map(known -> ChunkPlan.of(claim, listed, known, old, now)))
                .call(plan -> table.insert(claim.id(), plan.fresh()))
                .call(plan -> table.update(plan.changed()))
                .call(() -> table.seen(listed.keySet(), now))
                .call(() -> details.read(claim.id(), read, now))
                .call(plan -> outbox.append(plan.events()))
                .map(plan -> new Changes(plan.fresh().size(), plan.changed().size(), 0, 0)));
    }

    /** Listings that say nothing of themselves are still there; counts those that nobody ever asked about. */
    private Uni<Changes> bareSeen(Claim claim, Map<String, Stub> bare) {
        List<String> ids = bare.values().stream().map(Stub::externalId).toList();
        return transactions.run(() -> leases.confirm(claim)
                .chain(() -> table.seen(bare.keySet(), clock.instant()))
                .chain(() -> details.known(claim.id(), ids))
                .map(known -> new Changes(0, 0, 0, ids.size() - known.size())));
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
                    Changes changes = before.plus(new Changes(0, 0, closed.size(), 0));
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

    private static List<Map<String, Found>> chunks(Map<String, Found> listed) {
        List<Map<String, Found>> chunks = new ArrayList<>();
        Map<String, Found> chunk = new LinkedHashMap<>();
        for (Map.Entry<String, Found> entry : listed.entrySet()) {
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
