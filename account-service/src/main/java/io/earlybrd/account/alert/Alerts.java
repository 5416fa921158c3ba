package io.earlybrd.account.alert;

import io.earlybrd.events.EventJson;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The alerts of this service. Every change names its owner, so that nobody reaches an alert of somebody else, and the state that it
 * changes from, so that a change that comes twice happens once.
 */
@ApplicationScoped
public class Alerts implements PanacheRepositoryBase<Alert, UUID> {

    /** The alerts of a subscriber, running ones first, newest first. */
    public Uni<List<Alert>> of(UUID subscriberId) {
        return list(
                "subscriberId = ?1 order by (case when pausedAt is null then 0 else 1 end), createdAt desc",
                subscriberId);
    }

    /** This alert, or null if it is not there or not theirs. */
    Uni<Alert> find(UUID id, UUID subscriberId) {
        return find("id = ?1 and subscriberId = ?2", id, subscriberId).firstResult();
    }

    Uni<Boolean> edit(UUID id, UUID subscriberId, AlertDraft draft, boolean queryChecked, Instant now) {
        return changed(update(
                "name = ?1, query = ?2, filters = ?3, cadence = ?4, queryChecked = ?5, queryProblem = null, savedAt = ?6,"
                        + " version = version + 1 where id = ?7 and subscriberId = ?8",
                draft.name(),
                draft.query(),
                EventJson.write(draft.filters()),
                draft.cadence(),
                queryChecked,
                now,
                id,
                subscriberId));
    }

    Uni<Boolean> pause(UUID id, UUID subscriberId, Instant now) {
        return changed(update(
                "pausedAt = ?1, pausedBy = ?2, savedAt = ?1, version = version + 1"
                        + " where id = ?3 and subscriberId = ?4 and pausedAt is null",
                now,
                Alert.PAUSED_BY_OWNER,
                id,
                subscriberId));
    }

    Uni<Boolean> resume(UUID id, UUID subscriberId, Instant now) {
        return changed(update(
                "pausedAt = null, pausedBy = null, resumedAt = ?1, savedAt = ?1, version = version + 1"
                        + " where id = ?2 and subscriberId = ?3 and pausedAt is not null",
                now,
                id,
                subscriberId));
    }

    /** Pauses a running alert that was stopped from a mail, unless its owner has started it again since. */
    Uni<Boolean> stop(UUID id, UUID subscriberId, Instant stoppedAt, Instant now) {
        return changed(update(
                "pausedAt = ?1, pausedBy = ?2, savedAt = ?3, version = version + 1"
                        + " where id = ?4 and subscriberId = ?5 and pausedAt is null and (resumedAt is null or resumedAt < ?1)",
                stoppedAt,
                Alert.PAUSED_BY_MAIL,
                now,
                id,
                subscriberId));
    }

    Uni<Boolean> remove(UUID id, UUID subscriberId) {
        return delete("id = ?1 and subscriberId = ?2", id, subscriberId).map(deleted -> deleted == 1);
    }

    /**
     * Some alerts whose query the matcher has not read yet, those first that have waited longest since it was asked or they were saved;
     * of equals those of which it was never asked.
     */
    Uni<List<Alert>> unchecked(int limit) {
        return find("queryChecked = false order by coalesce(queryAskedAt, savedAt), queryAskedAt nulls first")
                .page(0, limit)
                .list();
    }

    /** Notes that the matcher was asked about a query and gave no answer. */
    Uni<Integer> askedInVain(UUID id, Instant now) {
        return update("queryAskedAt = ?1 where id = ?2", now, id);
    }

    /** Notes what the matcher said of the query of this version. */
    Uni<Boolean> checked(Alert alert, String problem) {
        return changed(update(
                "queryChecked = true, queryProblem = ?1 where id = ?2 and version = ?3",
                problem,
                alert.id(),
                alert.version()));
    }

    private static Uni<Boolean> changed(Uni<Integer> rows) {
        return rows.map(count -> count == 1);
    }
}
