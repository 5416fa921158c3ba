package io.earlybrd.account.ledger;

import io.earlybrd.events.AlertMatch;
import io.earlybrd.events.EventJson;
import io.earlybrd.events.FateChanged;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Keeps this service's copy of the ledger: one row for each subscriber and job, the newest version wins. */
@ApplicationScoped
public class Ledger {

    /** Nothing is kept of a subscriber who is gone, however late an event about them comes. */
    private static final String UPSERT = """
            insert into ledger_entry (subscriber_id, job_id, version, title, company, url, fate, reason, until_at, matched_at, changed_at)
            select id, :jobId, :version, :title, :company, :url, :fate, nullif(:reason, ''),
                   cast(nullif(cast(:until as text), '') as timestamptz), cast(:matchedAt as timestamptz), cast(:changedAt as timestamptz)
            from subscriber where id = :subscriberId
            on conflict (subscriber_id, job_id) do update
               set version = excluded.version, title = excluded.title, company = excluded.company, url = excluded.url,
                   fate = excluded.fate, reason = excluded.reason, until_at = excluded.until_at,
                   changed_at = excluded.changed_at
             where ledger_entry.version < excluded.version
            """;

    private static final String MATCHES = """
            insert into ledger_match (subscriber_id, job_id, alert_id, reasons)
            select :subscriberId, :jobId, cast(alert_id as uuid), reasons
            from unnest(cast(:alertIds as text[]), cast(:reasons as text[])) as match (alert_id, reasons)
            on conflict (subscriber_id, job_id, alert_id) do update set reasons = excluded.reasons
            """;

    private static final String DELETE_OLD = """
            delete from ledger_entry where (subscriber_id, job_id) in (
                select subscriber_id, job_id from ledger_entry
                where matched_at < cast(:oldest as timestamptz) order by matched_at limit :most for update skip locked)
            """;

    /** Notes what became of a match, unless something newer is known. */
    @WithTransaction
    public Uni<Void> note(FateChanged change) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(UPSERT)
                        .setParameter("subscriberId", change.subscriberId())
                        .setParameter("jobId", change.jobId())
                        .setParameter("version", change.version())
                        .setParameter("title", change.title())
                        .setParameter("company", change.company())
                        .setParameter("url", change.url().toString())
                        .setParameter("fate", change.fate())
                        .setParameter("reason", change.reason().orElse(""))
                        .setParameter("until", text(change.until()))
                        .setParameter("matchedAt", change.matchedAt())
                        .setParameter("changedAt", change.changedAt())
                        .executeUpdate())
                .chain(written ->
                        written == 1 ? noteMatches(change) : Uni.createFrom().voidItem());
    }

    /** Deletes the oldest entries before an instant, so many at most, and tells how many. Must be called within a Panache transaction. */
    Uni<Integer> deleteBefore(Instant oldest, int most) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(DELETE_OLD)
                        .setParameter("oldest", oldest)
                        .setParameter("most", most)
                        .executeUpdate());
    }

    private static Uni<Void> noteMatches(FateChanged change) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(MATCHES)
                        .setParameter("subscriberId", change.subscriberId())
                        .setParameter("jobId", change.jobId())
                        .setParameter(
                                "alertIds",
                                column(change.alerts(), match -> match.alertId().toString()))
                        .setParameter("reasons", column(change.alerts(), match -> EventJson.write(match.reasons())))
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static String[] column(List<AlertMatch> matches, Function<AlertMatch, String> value) {
        return matches.stream().map(value).toArray(String[]::new);
    }

    private static String text(Optional<Instant> instant) {
        return instant.map(Instant::toString).orElse("");
    }
}
