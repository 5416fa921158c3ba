package io.earlybrd.billing.entitlement;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The entitlements as the others were last told. */
@ApplicationScoped
class EntitlementRepository implements PanacheRepositoryBase<EntitlementRow, UUID> {

    /** Subscribers whose permission is over and was not yet closed, the longest over first. */
    Uni<List<UUID>> overdue(Instant now, int size) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(
                                "select subscriberId from EntitlementRow where state <> ENDED and until <= :now order by until",
                                UUID.class)
                        .setParameter("now", now)
                        .setMaxResults(size)
                        .getResultList());
    }

    /** How many subscribers stand how. */
    Uni<Map<EntitlementState, Long>> countByState() {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(
                                "select state, count(*) from EntitlementRow group by state", Object[].class)
                        .getResultList())
                .map(rows -> {
                    Map<EntitlementState, Long> counts = new EnumMap<>(EntitlementState.class);
                    rows.forEach(row -> counts.put((EntitlementState) row[0], (Long) row[1]));
                    return counts;
                });
    }
}
