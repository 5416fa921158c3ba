package io.earlybrd.scraper.posting;

import io.earlybrd.events.outbox.Outbox;
import io.earlybrd.scraper.database.Transactions;
import io.earlybrd.scraper.schedule.Claim;
import io.earlybrd.scraper.schedule.SourceLeases;
import io.earlybrd.scraper.worker.Workers;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Stores some listings of a crawl in one transaction. What has not changed costs three statements for all of them. */
@ApplicationScoped
class ChunkStore {

    private final Transactions transactions;
    private final PostingTable postings;
    private final JobTable jobs;
    private final DetailTable details;
    private final SourceLeases leases;
    private final Outbox outbox;
    private final Workers workers;
    private final Clock clock;

    ChunkStore(
            Transactions transactions,
            PostingTable postings,
            JobTable jobs,
            DetailTable details,
            SourceLeases leases,
            Outbox outbox,
            Workers workers,
            Clock clock) {
        this.transactions = transactions;
        this.postings = postings;
        this.jobs = jobs;
        this.details = details;
        this.leases = leases;
        this.outbox = outbox;
        this.workers = workers;
        this.clock = clock;
    }

    /**
     * Stores listings, by the posting's id.
     *
     * @param employersBoard whether the source lists all jobs of one employer
     */
    Uni<Changes> store(Claim claim, boolean employersBoard, Map<String, Found> listed) {
        Instant now = clock.instant();
        List<DetailTable.Read> read = read(listed);
        List<String> detailed = read.stream().map(DetailTable.Read::externalId).toList();
        return transactions.run(() -> leases.confirm(claim)
                .chain(() -> details.beforeBaseline(claim.id(), detailed))
                .chain(old -> postings.known(listed.keySet())
                        .chain(known -> workers.run(() -> moved(claim, employersBoard, listed, known, old, now))))
                .chain(moved -> moved.isEmpty() ? Uni.createFrom().item(ChunkPlan.NOTHING) : plan(claim, moved, now))
                .call(plan -> carryOut(claim, plan))
                .call(() -> postings.seen(listed.keySet(), now))
                .call(() -> details.read(claim.id(), read, now))
                .map(ChunkPlan::changes));
    }

    /** Keys that other jobs give up must be free before they are taken, and a posting needs its job. */
    private Uni<Void> carryOut(Claim claim, ChunkPlan plan) {
        return jobs.update(plan.changedJobs())
                .chain(() -> jobs.insert(plan.freshJobs()))
                .chain(() -> postings.insert(claim.id(), plan.fresh()))
                .chain(() -> postings.update(plan.changed()))
                .chain(() -> outbox.append(plan.first()))
                .chain(() -> outbox.append(plan.again()));
    }

    private Uni<ChunkPlan> plan(Claim claim, List<Moved> moved, Instant now) {
        return jobs.concerned(moved)
                .chain(concerned -> postings.forgottenVersion(claim.id())
                        .map(version -> ChunkPlan.of(claim.source(), moved, concerned, version, now)));
    }

    /** The listings that are to be looked at: those that are new, changed, or back. Hashes whole texts. */
    private static List<Moved> moved(
            Claim claim,
            boolean employersBoard,
            Map<String, Found> listed,
            Map<String, PostingRow> known,
            Set<String> old,
            Instant now) {
        List<Moved> moved = new ArrayList<>();
        listed.forEach((postingId, found) -> {
            PostingRow row = known.get(postingId);
            String hash = Identity.contentHash(found.posting());
            if (row == null || !found.poor() && !row.shows(hash)) {
                boolean backfill =
                        !claim.past().baseline() || old.contains(found.posting().externalId());
                moved.add(Moved.of(claim, postingId, found, hash, row, backfill, employersBoard, now));
            }
        });
        return moved;
    }

    private static List<DetailTable.Read> read(Map<String, Found> listed) {
        List<DetailTable.Read> read = new ArrayList<>();
        listed.values().forEach(found -> {
            String revision = found.posting().revision();
            if (revision != null) {
                read.add(new DetailTable.Read(found.posting().externalId(), Identity.revision(revision)));
            }
        });
        return read;
    }
}
