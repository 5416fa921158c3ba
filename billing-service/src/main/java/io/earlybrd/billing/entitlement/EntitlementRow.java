package io.earlybrd.billing.entitlement;

import io.earlybrd.billing.subscription.Plan;
import io.earlybrd.events.EntitlementChanged;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The {@link Entitlement} of a subscriber as the others were last told. */
@Entity
@Table(name = "entitlement")
class EntitlementRow {

    @Id
    @Column(name = "subscriber_id")
    private UUID subscriberId;

    private long version;

    @Enumerated(EnumType.STRING)
    private EntitlementState state;

    @Enumerated(EnumType.STRING)
    private Reason reason;

    private Instant until;

    @Enumerated(EnumType.STRING)
    private Plan plan;

    @Column(name = "changed_at")
    private Instant changedAt;

    protected EntitlementRow() {} // Hibernate

    EntitlementRow(UUID subscriberId) {
        this.subscriberId = subscriberId;
    }

    /** Takes over a verdict as the next version; false if it is what was told already. */
    boolean take(Entitlement verdict, Instant now) {
        if (reason != null && verdict.equals(entitlement())) {
            return false;
        }
        version++;
        state = verdict.state();
        reason = verdict.reason();
        until = verdict.until().orElse(null);
        plan = verdict.plan().orElse(null);
        changedAt = now;
        return true;
    }

    Entitlement entitlement() {
        return new Entitlement(reason, Optional.ofNullable(until), Optional.ofNullable(plan));
    }

    EntitlementChanged toEvent() {
        Entitlement told = entitlement();
        return new EntitlementChanged(
                subscriberId,
                version,
                told.allowed(),
                state.word(),
                told.until(),
                told.plan().map(Plan::word),
                reason.word(),
                changedAt);
    }
}
