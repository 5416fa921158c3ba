package io.earlybrd.account.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What became of one job for one subscriber. Rows are written by {@link Ledger}. */
@Entity
@Table(name = "ledger_entry")
@IdClass(LedgerEntry.Key.class)
public class LedgerEntry {

    @Id
    @Column(name = "subscriber_id")
    private UUID subscriberId;

    @Id
    @Column(name = "job_id")
    private String jobId;

    private String title;
    private String company;
    private String url;
    private String fate;
    private String reason;

    @Column(name = "until_at")
    private Instant untilAt;

    @Column(name = "matched_at")
    private Instant matchedAt;

    @Column(name = "changed_at")
    private Instant changedAt;

    protected LedgerEntry() {} // Hibernate

    public String jobId() {
        return jobId;
    }

    public String title() {
        return title;
    }

    public String company() {
        return company;
    }

    public String url() {
        return url;
    }

    public String fate() {
        return fate;
    }

    /** Why it is pending or was not sent. */
    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    /** When it is due, while it is pending. */
    public Optional<Instant> untilAt() {
        return Optional.ofNullable(untilAt);
    }

    public Instant matchedAt() {
        return matchedAt;
    }

    public Instant changedAt() {
        return changedAt;
    }

    /** One subscriber, one job. */
    public record Key(UUID subscriberId, String jobId) implements Serializable {}
}
