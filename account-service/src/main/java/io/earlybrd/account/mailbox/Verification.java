package io.earlybrd.account.mailbox;

import io.earlybrd.account.token.SecretToken;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/** A link that proves who reads a mailbox, as long as nobody has used it. */
@Entity
@Table(name = "verification")
public class Verification {

    @Id
    @Column(name = "token_hash")
    private byte[] tokenHash;

    @Column(name = "subscriber_id")
    private UUID subscriberId;

    private String purpose;

    @Column(name = "password_hash")
    private String passwordHash;

    @Column(name = "expires_at")
    private Instant expiresAt;

    protected Verification() {} // Hibernate

    Verification(byte[] tokenHash, UUID subscriberId, Purpose purpose, String passwordHash, Instant expiresAt) {
        this.tokenHash = tokenHash;
        this.subscriberId = subscriberId;
        this.purpose = purpose.word();
        this.passwordHash = passwordHash;
        this.expiresAt = expiresAt;
    }

    /** Whose mailbox it was sent to. */
    public UUID subscriberId() {
        return subscriberId;
    }

    /** The password that was chosen with the sign-up which this link confirms; empty if it answers no sign-up. */
    public Optional<String> passwordHash() {
        return Optional.ofNullable(passwordHash);
    }

    boolean isFor(SecretToken token) {
        return Arrays.equals(tokenHash, token.hash());
    }

    boolean worksFor(Purpose wanted, Instant now) {
        return purpose.equals(wanted.word()) && now.isBefore(expiresAt);
    }
}
