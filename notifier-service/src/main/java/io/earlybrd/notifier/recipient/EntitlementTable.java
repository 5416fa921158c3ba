package io.earlybrd.notifier.recipient;

import io.earlybrd.events.EntitlementChanged;
import io.earlybrd.notifier.database.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The newest entitlement of each subscriber. All methods must be called within a Panache transaction. */
@ApplicationScoped
class EntitlementTable {

    private static final String SAVE = """
            insert into entitlement (subscriber_id, version, allowed, state, until, plan)
            select "subscriberId", version, allowed, state, until, plan
            from jsonb_to_record(cast(cast(:entitlement as text) as jsonb))
                 as row ("subscriberId" uuid, version bigint, allowed boolean, state text, until timestamptz, plan text)
            on conflict (subscriber_id) do update set
                version = excluded.version, allowed = excluded.allowed, state = excluded.state, until = excluded.until,
                plan = excluded.plan
            where excluded.version > entitlement.version
            """;

    private static final String DELETE = "delete from entitlement where subscriber_id = :subscriberId";

    /** Takes over a newer state; an older one changes nothing. */
    Uni<Integer> save(EntitlementChanged entitlement) {
        return Sql.of(SAVE).withJson("entitlement", entitlement).execute();
    }

    /** Forgets the entitlement of an erased subscriber. */
    Uni<Integer> delete(UUID subscriberId) {
        return Sql.of(DELETE).with("subscriberId", subscriberId).execute();
    }
}
