package io.earlybrd.billing.subscription;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The customers that we made at Stripe, and when each is looked at next. */
@ApplicationScoped
public class CustomerRepository implements PanacheRepositoryBase<Customer, UUID> {

    private static final String INSERT = """
            insert into customer (subscriber_id, customer_id, check_at) values (:subscriberId, :customerId, :checkAt)
            on conflict do nothing
            """;

    private static final String ASK = """
            update customer set asked = asked + 1 where customer_id = :customerId
            returning cast(subscriber_id as text), asked
            """;

    /** What is taken comes up again after a while, should the process that took it die. */
    private static final String TAKE_DUE = """
            update customer set check_at = :again
            where subscriber_id in (select subscriber_id from customer where check_at <= :now
                                    order by check_at limit :size for update skip locked)
            returning customer_id
            """;

    private static final Duration TAKEN_FOR = Duration.ofMinutes(5);

    /** Remembers a new customer; leaves the one that is there already. */
    public Uni<Void> add(UUID subscriberId, String customerId, Instant checkAt) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(INSERT)
                        .setParameter("subscriberId", subscriberId)
                        .setParameter("customerId", customerId)
                        .setParameter("checkAt", checkAt)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Numbers the next question to Stripe about a customer; absent if the customer is not ours. */
    public Uni<Optional<Question>> ask(String customerId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ASK, Object[].class)
                        .setParameter("customerId", customerId)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new Question(
                                UUID.fromString((String) row[0]), customerId, ((Number) row[1]).longValue()))
                        .findFirst());
    }

    /**
     * Notes that Stripe answered; must be called with the subscriber locked. The row itself is locked too, because questions are
     * numbered without the lock on the subscriber: one that is asked meanwhile must keep its number.
     *
     * @return false if a later question was answered already, so that this answer is to be dropped
     */
    public Uni<Boolean> answer(Question question, List<Subscription> told, Instant now) {
        return findById(question.subscriberId(), LockModeType.PESSIMISTIC_WRITE)
                .map(customer -> customer != null && customer.answer(question.number(), told, now));
    }

    /** Takes customers that are due for a look; no other instance takes them too. */
    public Uni<List<String>> takeDue(Instant now, int size) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(TAKE_DUE, String.class)
                        .setParameter("again", now.plus(TAKEN_FOR))
                        .setParameter("now", now)
                        .setParameter("size", size)
                        .getResultList());
    }

    /** Has Stripe asked often for a while, because a checkout is open. */
    public Uni<Void> watch(UUID subscriberId, Instant now, Instant until) {
        return update(
                        "checkAt = ?1, watchedUntil = ?2 where subscriberId = ?3",
                        now.plus(CheckSchedule.WHILE_CHECKOUT_OPEN),
                        until,
                        subscriberId)
                .replaceWithVoid();
    }

    /** Has Stripe asked at the next opportunity. */
    public Uni<Void> checkNow(UUID subscriberId, Instant now) {
        return update("checkAt = ?1 where subscriberId = ?2", now, subscriberId).replaceWithVoid();
    }

    /**
     * A question to Stripe that is about to be asked.
     *
     * @param number grows by one per question about this customer
     */
    public record Question(UUID subscriberId, String customerId, long number) {}
}
