package io.earlybrd.scraper.posting;

import io.earlybrd.events.Event;
import io.earlybrd.events.JobClosed;
import io.earlybrd.events.JobPosted;
import io.earlybrd.events.outbox.Outbox;
import io.earlybrd.scraper.database.Sql;
import io.earlybrd.scraper.database.Transactions;
import io.earlybrd.scraper.schedule.Claim;
import io.earlybrd.scraper.schedule.SourceLeases;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Closes postings that a whole, healthy list does not have, or whose page is gone, and those jobs that have no other. */
@ApplicationScoped
class Closings {

    private static final int CHUNK = 500;

    // No crawl writes anything of the source meanwhile: each of its transactions begins with a lock on this row.
    private static final String LOCK_SOURCE = """
            select cast(json_build_object('id', id) as text) from source where id = :id for no key update
            """;

    private static final String COUNT_OPEN = """
            update source
            set open_jobs = (select count(*) from posting where source_id = :id and closed_at is null)
            where id = :id
            """;

    private final Transactions transactions;
    private final PostingTable postings;
    private final JobTable jobs;
    private final SourceLeases leases;
    private final Outbox outbox;
    private final Clock clock;

    Closings(
            Transactions transactions,
            PostingTable postings,
            JobTable jobs,
            SourceLeases leases,
            Outbox outbox,
            Clock clock) {
        this.transactions = transactions;
        this.postings = postings;
        this.jobs = jobs;
        this.leases = leases;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Closes what the source had and these ids of postings do not name. */
    Uni<Changes> close(Claim claim, Set<String> listed) {
        Instant now = clock.instant();
        return transactions
                .run(() -> leases.confirm(claim)
                        .chain(() -> postings.closeUnlisted(claim.id(), listed, CHUNK, now))
                        .chain(closed ->
                                tell(claim.source(), closed, now).map(changes -> new Closed(changes, closed.size()))))
                .chain(closed -> closed.postings() < CHUNK
                        ? Uni.createFrom().item(closed.changes())
                        : close(claim, listed).map(closed.changes()::plus));
    }

    /**
     * Closes these postings of a source that nobody need have claimed, except those that a list has shown since.
     *
     * @param source its name
     */
    Uni<Changes> closeUnseen(UUID sourceId, String source, Collection<String> postingIds, Instant since) {
        Instant now = clock.instant();
        return transactions.run(() -> Sql.of(LOCK_SOURCE)
                .with("id", sourceId)
                .list(SourceId.class)
                .chain(() -> postings.closeUnseen(sourceId, postingIds, since, now))
                .chain(closed -> tell(source, closed, now))
                .call(() -> Sql.of(COUNT_OPEN).with("id", sourceId).execute()));
    }

    private Uni<Changes> tell(String source, List<PostingTable.Closed> closed, Instant now) {
        Set<String> jobIds = closed.stream()
                .map(PostingTable.Closed::foldedInto)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Set<String> postingIds =
                closed.stream().map(PostingTable.Closed::postingId).collect(Collectors.toSet());
        List<Event> events = new ArrayList<>();
        closed.stream()
                .filter(posting -> posting.foldedInto() == null)
                .map(posting -> new JobClosed(posting.postingId(), posting.version(), source, now))
                .forEach(events::add);
        return jobs.lock(jobIds)
                .invoke(affected -> affected.forEach(job -> tell(source, job, postingIds, events, now)))
                .call(affected -> jobs.update(affected.stream()
                        .filter(FoldedJob::changed)
                        .map(FoldedJob::row)
                        .toList()))
                .call(() -> outbox.append(events))
                .map(affected -> changes(events));
    }

    private static void tell(String source, FoldedJob job, Set<String> closed, List<Event> events, Instant now) {
        job.members().stream()
                .filter(member -> closed.contains(member.postingId()))
                .sorted(Member.ORDER)
                .toList()
                .forEach(member -> job.close(member, now));
        if (!job.open().isEmpty()) {
            JobPosted again = job.tell(now);
            if (again != null) {
                events.add(again);
            }
        } else if (job.row().closedAt() == null) {
            events.add(job.close(source, now));
        }
    }

    private static Changes changes(List<Event> events) {
        int closed = (int) events.stream().filter(JobClosed.class::isInstance).count();
        return new Changes(0, events.size() - closed, closed, 0);
    }

    private record Closed(Changes changes, int postings) {}

    private record SourceId(UUID id) {}
}
