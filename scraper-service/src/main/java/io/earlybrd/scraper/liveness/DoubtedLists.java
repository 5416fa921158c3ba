package io.earlybrd.scraper.liveness;

import io.earlybrd.scraper.database.Sql;
import io.earlybrd.scraper.database.Transactions;
import io.earlybrd.scraper.provider.Listed;
import io.earlybrd.scraper.schedule.Claim;
import io.earlybrd.scraper.schedule.SourceLeases;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Whether a list that shows far too little is right all the same: the pages of some jobs that it lacks are looked at. If they are
 * gone, an employer has taken its jobs down; if one is there, the list is wrong.
 */
@ApplicationScoped
public class DoubtedLists {

    /** For so long a source counts as one whose list is doubted and not refuted: the longest time between two crawls of it, and more. */
    private static final Duration LASTS = Duration.ofHours(3);

    private static final int SAMPLE = 5;

    /** So many of them must be gone, as far as there are so many. */
    private static final int ENOUGH = 3;

    // The first doubt of a while has its looks taken before those of any other source.
    private static final String DOUBT = """
            update source
            set looks_due_at = case when doubted_at > cast(:lasting as timestamptz) then looks_due_at else 'epoch' end,
                doubted_at = cast(:now as timestamptz)
            where id = :id
            """;

    private final Transactions transactions;
    private final SourceLeases leases;
    private final LookTable looks;
    private final Clock clock;

    DoubtedLists(Transactions transactions, SourceLeases leases, LookTable looks, Clock clock) {
        this.transactions = transactions;
        this.leases = leases;
        this.looks = looks;
        this.clock = clock;
    }

    /** Whether a whole list is confirmed by what is known by now; as long as nothing is, the pages that tell are looked at. */
    public Uni<Boolean> confirmed(Claim claim, Listed listed) {
        List<String> ids = listed.externalIds();
        return transactions.run(() -> leases.confirm(claim)
                .chain(() -> looks.evidence(claim.id(), ids, SAMPLE))
                .call(evidence -> confirms(evidence) || refutes(evidence)
                        ? Uni.createFrom().voidItem()
                        : look(claim.id(), ids))
                .map(DoubtedLists::confirms));
    }

    private Uni<Void> look(UUID sourceId, List<String> listed) {
        Instant now = clock.instant();
        return doubt(sourceId, now).chain(() -> looks.sample(sourceId, listed, SAMPLE, now));
    }

    private static Uni<Integer> doubt(UUID sourceId, Instant now) {
        return Sql.of(DOUBT)
                .with("lasting", now.minus(LASTS))
                .with("now", now)
                .with("id", sourceId)
                .execute();
    }

    /** Whether a list of this source was doubted lately. */
    static boolean doubted(LookClaim claim, Instant now) {
        return claim.doubtedAt() != null && claim.doubtedAt().plus(LASTS).isAfter(now);
    }

    private static boolean confirms(LookTable.Evidence evidence) {
        return !refutes(evidence) && evidence.gone() >= Math.min(ENOUGH, evidence.lacking());
    }

    private static boolean refutes(LookTable.Evidence evidence) {
        return evidence.open() > 0;
    }
}
