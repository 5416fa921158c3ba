package io.earlybrd.billing.subscription;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/** A subscriber as Stripe knows them. */
@Entity
@Table(name = "customer")
public class Customer {

    @Id
    @Column(name = "subscriber_id")
    private UUID subscriberId;

    @Column(name = "customer_id")
    private String customerId;

    private long asked;

    private long answered;

    @Column(name = "check_at")
    private Instant checkAt;

    @Column(name = "watched_until")
    private Instant watchedUntil;

    private int failures;

    @Column(name = "overdue_since")
    private Instant overdueSince;

    @Column(name = "due_question")
    private long dueQuestion;

    protected Customer() {} // Hibernate

    public UUID subscriberId() {
        return subscriberId;
    }

    /** Stripe's id. */
    public String customerId() {
        return customerId;
    }

    /** Whether a payment page was opened a short time ago, so that Stripe is asked often. */
    public boolean watchedAt(Instant instant) {
        return watchedUntil != null && instant.isBefore(watchedUntil);
    }

    /**
     * Notes that Stripe answered a question, and when it is asked next in any case: not later than was planned already if the plan
     * was made after the question.
     *
     * @return false if a later question was answered already
     */
    boolean answer(long question, Collection<Subscription> told, Instant now) {
        if (answered >= question) {
            return false;
        }
        answered = question;
        failures = 0;
        overdueSince = null;
        if (question >= dueQuestion) {
            checkAt = CheckSchedule.next(told, Optional.ofNullable(watchedUntil), now);
        }
        return true;
    }
}
