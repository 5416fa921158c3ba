package io.earlybrd.account.ledger;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Reads the ledger for pages. All methods must be called within a Panache session. */
@ApplicationScoped
public class LedgerReader {

    /** What the alerts page looks back over. */
    public static final int DAYS = 14;

    private static final String NEWEST = """
            from LedgerEntry
            where subscriberId = :subscriberId and matchedAt < :before and (:all = true or company in (:companies))
            order by matchedAt desc, jobId
            """;

    private static final String MATCHES_OF = """
            select match.job_id, match.alert_id, alert.name, match.reasons
            from ledger_match match left join alert on alert.id = match.alert_id
            where match.subscriber_id = :subscriberId and match.job_id = any(cast(:jobIds as text[]))
            order by match.job_id, alert.created_at
            """;

    private static final String PER_DAY = """
            select match.alert_id, cast(entry.matched_at at time zone :zone as date) - cast(cast(:now as timestamptz) at time zone :zone as date) as day,
                   count(*), count(*) filter (where entry.fate = 'sent'), count(*) filter (where entry.fate = 'pending'),
                   max(entry.changed_at) filter (where entry.fate = 'sent')
            from ledger_match match join ledger_entry entry using (subscriber_id, job_id)
            where match.subscriber_id = :subscriberId and entry.matched_at > cast(:since as timestamptz)
            group by 1, 2
            """;

    private final Clock clock;

    LedgerReader(Clock clock) {
        this.clock = clock;
    }

    /** The newest entries before an instant that the filter lets through. */
    Uni<List<LedgerEntry>> newest(UUID subscriberId, CompanyFilter filter, Instant before, int limit) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(NEWEST, LedgerEntry.class)
                        .setParameter("subscriberId", subscriberId)
                        .setParameter("before", before)
                        .setParameter("all", filter.isOff())
                        .setParameter("companies", filter.names())
                        .setMaxResults(limit)
                        .getResultList());
    }

    /** The alerts that these jobs matched. */
    Uni<List<LedgerMatch>> matchesOf(UUID subscriberId, List<String> jobIds) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(MATCHES_OF, Object[].class)
                        .setParameter("subscriberId", subscriberId)
                        .setParameter("jobIds", jobIds.toArray(String[]::new))
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new LedgerMatch((String) row[0], (UUID) row[1], (String) row[2], (String) row[3]))
                        .toList());
    }

    /** What the alerts of a subscriber found on each of the last days of their zone. */
    public Uni<List<DayOfAlert>> perDay(UUID subscriberId, String zone) {
        Instant now = clock.instant();
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(PER_DAY, Object[].class)
                        .setParameter("subscriberId", subscriberId)
                        .setParameter("zone", zone)
                        .setParameter("now", now)
                        .setParameter("since", now.minus(Duration.ofDays(DAYS)))
                        .getResultList())
                .map(rows -> rows.stream().map(DayOfAlert::of).toList());
    }
}
