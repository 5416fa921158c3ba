package io.earlybrd.billing.subscriber;

import io.earlybrd.events.SubscriberChanged;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Somebody who can have an entitlement, with the one trial that they were given. */
@Entity
@Table(name = "subscriber")
public class Subscriber {

    @Id
    @Column(name = "subscriber_id")
    private UUID id;

    private long version;

    private String email;

    @Column(name = "trial_started_at")
    private Instant trialStartedAt;

    @Column(name = "trial_ends_at")
    private Instant trialEndsAt;

    @Column(name = "erased_at")
    private Instant erasedAt;

    protected Subscriber() {} // Hibernate

    /**
     * Takes over what account tells, and gives a trial at the first verification that is seen.
     *
     * @return false if this is not newer than what is known, or comes after the erasure
     */
    public boolean update(SubscriberChanged event, Duration trialLength) {
        if (erasedAt != null || event.version() <= version) {
            return false;
        }
        version = event.version();
        email = event.email();
        if (trialEndsAt == null && event.verifiedAt().isPresent()) {
            Trial given = Trial.startingAt(event.verifiedAt().get(), trialLength);
            trialStartedAt = given.startedAt();
            trialEndsAt = given.endsAt();
        }
        return true;
    }

    /** Forgets the person. The row stays, so that an old event that is read again does not bring them back. */
    public void erase(Instant now) {
        email = null;
        trialStartedAt = null;
        trialEndsAt = null;
        erasedAt = now;
    }

    public UUID id() {
        return id;
    }

    public boolean erased() {
        return erasedAt != null;
    }

    public Optional<String> email() {
        return Optional.ofNullable(email);
    }

    public Optional<Trial> trial() {
        return trialEndsAt == null ? Optional.empty() : Optional.of(new Trial(trialStartedAt, trialEndsAt));
    }
}
