package io.earlybrd.account.billing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What billing last said of a subscriber. Rows are written by {@link Entitlements}. */
@Entity
@Table(name = "entitlement")
public class Entitlement {

    public static final String TRIAL = "trial";
    public static final String ACTIVE = "active";
    public static final String GRACE = "grace";

    @Id
    @Column(name = "subscriber_id")
    private UUID subscriberId;

    private boolean allowed;
    private String state;

    @Column(name = "until_at")
    private Instant untilAt;

    private String plan;
    private String reason;

    protected Entitlement() {} // Hibernate

    public String state() {
        return state;
    }

    /** When the permission ends, if it does. */
    public Optional<Instant> untilAt() {
        return Optional.ofNullable(untilAt);
    }

    /** {@code monthly} or {@code yearly}, once one is bought. */
    public Optional<String> plan() {
        return Optional.ofNullable(plan);
    }

    /** One word for why. */
    public String reason() {
        return reason;
    }

    /** Whether alerts may be sent at an instant; the end needs no further word of billing. */
    public boolean allowsAt(Instant now) {
        return allowed && (untilAt == null || now.isBefore(untilAt));
    }
}
