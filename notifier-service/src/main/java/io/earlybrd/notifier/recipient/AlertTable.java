package io.earlybrd.notifier.recipient;

import io.earlybrd.events.AlertSaved;
import io.earlybrd.notifier.database.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The newest state of each alert. All methods must be called within a Panache transaction. */
@ApplicationScoped
class AlertTable {

    private static final String SAVE = """
            insert into alert (alert_id, version, subscriber_id, name, cadence, paused, resumed_at, mutes)
            select "alertId", version, "subscriberId", name, cadence, paused, "resumedAt", coalesce(mutes, '[]')
            from jsonb_to_record(cast(cast(:alert as text) as jsonb))
                 as row ("alertId" uuid, version bigint, "subscriberId" uuid, name text, cadence text, paused boolean,
                         "resumedAt" timestamptz, mutes jsonb)
            on conflict (alert_id) do update set
                version = excluded.version, subscriber_id = excluded.subscriber_id, name = excluded.name,
                cadence = excluded.cadence, paused = excluded.paused, resumed_at = excluded.resumed_at, mutes = excluded.mutes
            where excluded.version > alert.version and not alert.deleted
            """;

    private static final String DELETE = """
            insert into alert (alert_id, version, deleted) values (:alertId, 0, true)
            on conflict (alert_id) do update set
                deleted = true, name = null, cadence = null, resumed_at = null, mutes = '[]'
            """;

    /** Takes over a newer state; an older one changes nothing. */
    Uni<Integer> save(AlertSaved alert) {
        return Sql.of(SAVE).withJson("alert", alert).execute();
    }

    /** Forgets the alert; only the id stays, so that nothing brings it back. */
    Uni<Integer> delete(UUID alertId) {
        return Sql.of(DELETE).with("alertId", alertId).execute();
    }
}
