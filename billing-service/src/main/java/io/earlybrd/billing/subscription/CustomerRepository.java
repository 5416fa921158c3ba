package io.earlybrd.billing.subscription;

import static java.time.temporal.ChronoUnit.MICROS;

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
            with due as (
                select subscriber_id, check_at from customer where check_at <= :now
                order by check_at limit :size for update skip locked),
            taken as (
                update customer set check_at = :again from due where customer.subscriber_id = due.subscriber_id
                returning customer.customer_id, customer.failures, due.check_at as due_at)
            select customer_id, failures from taken order by due_at, customer_id
            """;

    /** Leaves a check alone that was planned anew while it was tried. */
    private static final String PUT_OFF = """
            update customer set check_at = :dueAt, failures = failures + 1, overdue_since = coalesce(overdue_since, :now)
            where customer_id = :customerId and check_at = :takenUntil
            """;

    private static final String GIVE_BACK = """
            update customer set check_at = :now
            where customer_id = any(cast(:customerIds as text[])) and check_at = :takenUntil
            """;

    private static final String OLDEST_DUE = """
            select min(coalesce(overdue_since, check_at)) from customer where coalesce(overdue_since, check_at) <= :now
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
     * @return false if a later question was answered already, or the subscriber is another customer by now, so that this answer
     *     is to be dropped
     */
    public Uni<Boolean> answer(Question question, List<Subscription> told, Instant now) {
        return findById(question.subscriberId(), LockModeType.PESSIMISTIC_WRITE)
                .map(customer -> customer != null
                        && customer.customerId().equals(question.customerId())
                        && customer.answer(question.number(), told, now));
    }

    /** Takes customers that are due for a look, the longest due first; no other instance takes them too. */
    public Uni<List<DueCheck>> takeDue(Instant now, int size) {
        Instant takenUntil = now.plus(TAKEN_FOR).truncatedTo(MICROS);
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(TAKE_DUE, Object[].class)
                        .setParameter("again", takenUntil)
                        .setParameter("now", now)
                        .setParameter("size", size)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new DueCheck((String) row[0], ((Number) row[1]).intValue(), takenUntil))
                        .toList());
    }

    /** Puts off a check that failed until then. */
    public Uni<Void> putOff(DueCheck check, Instant now, Instant dueAt) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(PUT_OFF)
                        .setParameter("dueAt", dueAt)
                        .setParameter("now", now)
                        .setParameter("customerId", check.customerId())
                        .setParameter("takenUntil", check.takenUntil())
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Gives back checks that were taken together and not begun. */
    public Uni<Void> giveBack(List<DueCheck> checks, Instant now) {
        return checks.isEmpty()
                ? Uni.createFrom().voidItem()
                : Panache.getSession()
                        .chain(session -> session.createNativeQuery(GIVE_BACK)
                                .setParameter("now", now)
                                .setParameter(
                                        "customerIds",
                                        checks.stream()
                                                .map(DueCheck::customerId)
                                                .toArray(String[]::new))
                                .setParameter("takenUntil", checks.get(0).takenUntil())
                                .executeUpdate())
                        .replaceWithVoid();
    }

    /** Since when the check is overdue that has waited longest, or has failed for longest; absent while none is due. */
    public Uni<Optional<Instant>> oldestDue(Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(OLDEST_DUE, Instant.class)
                        .setParameter("now", now)
                        .getSingleResultOrNull())
                .map(Optional::ofNullable);
    }

    /** Has Stripe asked often for a while, because a checkout is open; never later than it is to be asked anyway. */
    public Uni<Void> watch(UUID subscriberId, Instant now, Instant until) {
        return update(
                        "checkAt = least(checkAt, ?1), watchedUntil = ?2 where subscriberId = ?3",
                        now.plus(CheckSchedule.WHILE_CHECKOUT_OPEN),
                        until,
                        subscriberId)
                .replaceWithVoid();
    }

    /** Has Stripe asked at the next opportunity, though it may be answering an earlier question just now. */
    public Uni<Void> checkNow(UUID subscriberId, Instant now) {
        return update("checkAt = ?1, dueQuestion = asked + 1 where subscriberId = ?2", now, subscriberId)
                .replaceWithVoid();
    }

    /**
     * A question to Stripe that is about to be asked.
     *
     * @param number grows by one per question about this customer
     */
    public record Question(UUID subscriberId, String customerId, long number) {}

    /**
     * A check that is due and was taken.
     *
     * @param failures how often it has failed since Stripe last answered
     * @param takenUntil nobody else takes it before
     */
    public record DueCheck(String customerId, int failures, Instant takenUntil) {}
}
