package io.earlybrd.notifier.unsubscribe;

import io.earlybrd.notifier.database.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What the page of a link shows. Must be called within a Panache session. */
@ApplicationScoped
class StopPages {

    private static final String LOAD = """
            select cast(jsonb_build_object(
                'email', (select email from subscriber where subscriber_id = :subscriberId),
                'alerts', coalesce((
                    select jsonb_agg(name order by name) from alert
                    where alert_id = any(cast(:alertIds as uuid[])) and subscriber_id = :subscriberId and not deleted), '[]'),
                'others', (
                    select count(*) from alert
                    where subscriber_id = :subscriberId and not deleted and not alert_id = any(cast(:alertIds as uuid[])))
                ) as text)
            """;

    /** The facts about what a link stops. */
    Uni<StopFacts> of(Stoppable stoppable) {
        return Sql.of(LOAD)
                .with("subscriberId", stoppable.subscriberId())
                .with("alertIds", stoppable.alertIds())
                .list(StopFacts.class)
                .map(List::iterator)
                .map(rows -> rows.next());
    }
}
