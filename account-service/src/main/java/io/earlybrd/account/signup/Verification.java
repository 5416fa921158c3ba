package io.earlybrd.account.signup;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A link that confirms an address, as long as nobody has used it. */
@Entity
@Table(name = "verification")
class Verification {

    @Id
    @Column(name = "token_hash")
    private byte[] tokenHash;

    @Column(name = "subscriber_id")
    private UUID subscriberId;

    @Column(name = "password_hash")
    private String passwordHash;

    @Column(name = "expires_at")
    private Instant expiresAt;

    protected Verification() {} // Hibernate

    Verification(byte[] tokenHash, UUID subscriberId, String passwordHash, Instant expiresAt) {
        this.tokenHash = tokenHash;
        this.subscriberId = subscriberId;
        this.passwordHash = passwordHash;
        this.expiresAt = expiresAt;
    }

    UUID subscriberId() {
        return subscriberId;
    }

    /** The password that was chosen with the sign-up which this link confirms; null if the link was only sent again. */
    String passwordHash() {
        return passwordHash;
    }

    boolean expiredAt(Instant now) {
        return !now.isBefore(expiresAt);
    }
}
