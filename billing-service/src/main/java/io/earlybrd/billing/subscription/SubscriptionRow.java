package io.earlybrd.billing.subscription;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A stored {@link Subscription}. */
@Entity
@Table(name = "subscription")
class SubscriptionRow {

    @Id
    @Column(name = "subscription_id")
    private String id;

    @Column(name = "subscriber_id")
    private UUID subscriberId;

    private String status;

    @Enumerated(EnumType.STRING)
    @Column(name = "understood_status")
    private SubscriptionStatus understoodStatus;

    @Column(name = "unknown_since")
    private Instant unknownSince;

    @Enumerated(EnumType.STRING)
    private Plan plan;

    @Column(name = "period_ends_at")
    private Instant periodEndsAt;

    @Column(name = "ends_at")
    private Instant endsAt;

    @Column(name = "past_due_since")
    private Instant pastDueSince;

    protected SubscriptionRow() {} // Hibernate

    SubscriptionRow(UUID subscriberId, Subscription told) {
        this.id = told.id();
        this.subscriberId = subscriberId;
        take(told);
    }

    /** Replaces what is stored by what Stripe told now. */
    void take(Subscription told) {
        status = told.status();
        understoodStatus = told.understoodStatus();
        unknownSince = told.unknownSince().orElse(null);
        plan = told.plan().orElse(null);
        periodEndsAt = told.periodEndsAt();
        endsAt = told.endsAt().orElse(null);
        pastDueSince = told.pastDueSince().orElse(null);
    }

    String id() {
        return id;
    }

    Subscription subscription() {
        return new Subscription(
                id,
                status,
                understoodStatus,
                Optional.ofNullable(unknownSince),
                Optional.ofNullable(plan),
                periodEndsAt,
                Optional.ofNullable(endsAt),
                Optional.ofNullable(pastDueSince));
    }
}
