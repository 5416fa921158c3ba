package io.earlybrd.account.session;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One log-in on one device. */
@Entity
@Table(name = "session")
public class Session {

    @Id
    private UUID id;

    @Column(name = "token_hash")
    private byte[] tokenHash;

    @Column(name = "subscriber_id")
    private UUID subscriberId;

    private String agent;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "seen_at")
    private Instant seenAt;

    protected Session() {} // Hibernate

    Session(UUID id, byte[] tokenHash, UUID subscriberId, String agent, Instant now) {
        this.id = id;
        this.tokenHash = tokenHash;
        this.subscriberId = subscriberId;
        this.agent = agent;
        this.createdAt = now;
        this.seenAt = now;
    }

    public UUID id() {
        return id;
    }

    /** The browser and its system, in words. */
    public String agent() {
        return agent;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** When it was last used, to the minute. */
    public Instant seenAt() {
        return seenAt;
    }
}
