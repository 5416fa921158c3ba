package io.earlybrd.scraper.posting;

import io.earlybrd.scraper.database.Transactions;
import io.earlybrd.scraper.provider.Adapter.Coverage;
import io.earlybrd.scraper.provider.Outcome;
import io.earlybrd.scraper.provider.Stub;
import io.earlybrd.scraper.schedule.Claim;
import io.earlybrd.scraper.schedule.SourceLeases;
import io.earlybrd.scraper.worker.Workers;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Stores what a crawl found, and what is to be told of it, in the same transactions: a chunk at a time, so that a board of five
 * thousand jobs holds no lock for long. A crawl that stops in between is completed by the next one.
 */
@ApplicationScoped
public class PostingStore {

    private final Transactions transactions;
    private final ChunkStore chunks;
    private final Closings closings;
    private final PostingTable table;
    private final DetailTable details;
    private final SourceLeases leases;
    private final Workers workers;
    private final Clock clock;

    PostingStore(
            Transactions transactions,
            ChunkStore chunks,
            Closings closings,
            PostingTable table,
            DetailTable details,
            SourceLeases leases,
            Workers workers,
            Clock clock) {
        this.transactions = transactions;
        this.chunks = chunks;
        this.closings = closings;
        this.table = table;
        this.details = details;
        this.leases = leases;
        this.workers = workers;
        this.clock = clock;
    }

    /** Stores the listings of a crawl; closes what is not listed if the crawl read all there is. */
    public Uni<Changes> store(Claim claim, Outcome outcome, Coverage coverage) {
        boolean showsAll = coverage == Coverage.ALL_OPEN_JOBS;
        return switch (outcome.kind()) {
            case OK, PARTIAL -> storeListed(claim, outcome, showsAll);
            case NOT_MODIFIED -> showsAll ? allSeen(claim) : Uni.createFrom().item(Changes.NONE);
            case EMPTY, BLOCKED, GONE, CHANGED_SHAPE, UNREACHABLE ->
                Uni.createFrom().item(Changes.NONE);
        };
    }

    /**
     * Closes postings whose pages are gone, except those that a list has shown since; nobody need have claimed their source.
     *
     * @param source its name
     */
    public Uni<Changes> closeUnseen(UUID sourceId, String source, Collection<String> postingIds, Instant since) {
        return closings.closeUnseen(sourceId, source, postingIds, since);
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

    private Uni<Changes> storeListed(Claim claim, Outcome outcome, boolean showsAll) {
        Map<String, Found> found = Found.in(claim, outcome.listed());
        Map<String, Stub> bare = bare(claim, outcome.listed().stubs());
        Uni<Changes> stored = workers.run(() -> Chunks.of(found))
                .onItem()
                .transformToMulti(Multi.createFrom()::iterable)
                .onItem()
                .transformToUniAndConcatenate(chunk -> chunks.store(claim, showsAll, chunk))
                .collect()
                .in(() -> new Changes[] {Changes.NONE}, (sum, more) -> sum[0] = sum[0].plus(more))
                .map(sum -> sum[0]);
        Uni<Changes> seen = bare.isEmpty()
                ? stored
                : stored.chain(changes -> bareSeen(claim, bare).map(changes::plus));
        if (!showsAll || outcome.kind() != Outcome.Kind.OK) {
            return seen;
        }
        Set<String> listed = new HashSet<>(found.keySet());
        listed.addAll(bare.keySet());
        return seen.chain(changes -> closings.close(claim, listed).map(changes::plus));
    }

    /** Listings that are no posting as long as their details are not read, by the posting's id. */
    private static Map<String, Stub> bare(Claim claim, List<Stub> stubs) {
        Map<String, Stub> bare = new HashMap<>();
        stubs.stream()
                .filter(stub -> stub.listed() == null)
                .forEach(stub -> bare.putIfAbsent(Found.id(claim, stub.externalId()), stub));
        return bare;
    }

    /** Listings that say nothing of themselves are still there; counts those that nobody ever asked about. */
    private Uni<Changes> bareSeen(Claim claim, Map<String, Stub> bare) {
        List<String> ids = bare.values().stream().map(Stub::externalId).toList();
        return transactions.run(() -> leases.confirm(claim)
                .chain(() -> table.seen(bare.keySet(), clock.instant()))
                .chain(() -> details.known(claim.id(), ids))
                .map(known -> new Changes(0, 0, 0, ids.size() - known.size())));
    }

    private Uni<Changes> allSeen(Claim claim) {
        return transactions
                .run(() -> leases.confirm(claim).chain(() -> table.allSeen(claim.id(), clock.instant())))
                .replaceWith(Changes.NONE);
    }
}
