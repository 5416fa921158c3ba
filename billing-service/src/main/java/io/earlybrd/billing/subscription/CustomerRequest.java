package io.earlybrd.billing.subscription;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/**
 * Stripe was asked to make a customer, and its answer is not stored yet. Written down before Stripe is asked: whoever asks again,
 * after a time-out, a crash or a change of address, asks for the same.
 */
@Entity
@Table(name = "customer_request")
public class CustomerRequest {

    @Id
    @Column(name = "subscriber_id")
    private UUID subscriberId;

    @Column(name = "idempotency_key")
    private UUID idempotencyKey;

    private String email;

    protected CustomerRequest() {} // Hibernate

    CustomerRequest(UUID subscriberId, String email) {
        this.subscriberId = subscriberId;
        this.idempotencyKey = UUID.randomUUID();
        this.email = email;
    }

    public UUID subscriberId() {
        return subscriberId;
    }

    /** Under this key Stripe makes one customer, however often it is asked. */
    public UUID idempotencyKey() {
        return idempotencyKey;
    }

    /** The address that was known when Stripe was first asked. */
    public String email() {
        return email;
    }
}
