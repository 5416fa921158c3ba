package io.earlybrd.billing.checkout;

import io.earlybrd.billing.subscription.Plan;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A subscriber's newest attempt to buy, written down before Stripe is asked. Equal requests share an attempt, and so the session;
 * a request for the other plan begins the next attempt, which takes the place of the one before.
 */
@Entity
@Table(name = "checkout")
class CheckoutAttempt {

    /** An attempt without a session is older than this only if its process died; its answer at Stripe may be lost. */
    private static final Duration SESSION_DUE_WITHIN = Duration.ofMinutes(10);

    @Id
    @Column(name = "subscriber_id")
    private UUID subscriberId;

    private long attempt;

    @Enumerated(EnumType.STRING)
    private Plan plan;

    @Column(name = "begun_at")
    private Instant begunAt;

    @Column(name = "session_id")
    private String sessionId;

    private boolean abandoned;

    protected CheckoutAttempt() {} // Hibernate

    CheckoutAttempt(UUID subscriberId, Plan plan, Instant now) {
        this.subscriberId = subscriberId;
        begin(plan, now);
    }

    /** Goes on with this attempt if it is one to buy the same, else begins the next. */
    void continueOrBegin(Plan wanted, Instant now) {
        boolean sessionLost =
                sessionId == null && begunAt.plus(SESSION_DUE_WITHIN).isBefore(now);
        if (abandoned || sessionLost || plan != wanted) {
            begin(wanted, now);
        }
    }

    private void begin(Plan wanted, Instant now) {
        attempt++;
        plan = wanted;
        begunAt = now;
        sessionId = null;
        abandoned = false;
    }

    UUID subscriberId() {
        return subscriberId;
    }

    /** Grows by one per attempt of this subscriber. */
    long number() {
        return attempt;
    }

    /** Stripe's id of its session, once there is one. */
    Optional<String> sessionId() {
        return Optional.ofNullable(sessionId);
    }
}
