package io.earlybrd.billing.subscription;

import static io.earlybrd.billing.testing.Eventually.eventually;
import static io.earlybrd.testkit.Database.BILLING;
import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.billing.subscription.CustomerRepository.Question;
import io.earlybrd.billing.testing.StripeServer;
import io.earlybrd.billing.testing.TestClock;
import io.earlybrd.testkit.Backends;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Backends.class, initArgs = @ResourceArg(name = "database", value = "billing"))
@WithTestResource(StripeServer.class)
@Tag("B5")
class CustomerRepositoryTest {

    @Inject
    CustomerRepository customers;

    @Inject
    Vertx vertx;

    private final UUID alice = UUID.randomUUID();
    private final String customerId = "cus_" + alice;
    private final Instant now = TestClock.CLOCK.instant();

    @BeforeEach
    void aliceIsACustomerOfWhomNobodyAsks() {
        BILLING.change("insert into subscriber (subscriber_id, version) values (?, 0)", alice);
        BILLING.change(
                "insert into customer (subscriber_id, customer_id, check_at) values (?, ?, ?)",
                alice,
                customerId,
                Timestamp.from(now.plus(Duration.ofDays(365))));
    }

    @Test
    void questionThatIsAskedWhileAnAnswerIsStored_keepsItsNumber() throws Throwable {
        // Given
        Question first = ask();

        // When
        CompletableFuture<Void> second = inTransaction(() -> customers
                .answer(first, List.of(), now)
                .replaceWith(() -> CompletableFuture.runAsync(() ->
                        BILLING.change("update customer set asked = asked + 1 where customer_id = ?", customerId)))
                .call(asking -> vertx.executeBlocking(() -> {
                    eventually(() -> assertThat(
                                    asking.isDone() || BILLING.waitingForALock("update customer set asked") > 0)
                            .isTrue());
                    return null;
                })));
        second.join();

        // Then
        assertThat(BILLING.number("select asked from customer where customer_id = ?", customerId))
                .isEqualTo(2);
        assertThat(BILLING.number("select answered from customer where customer_id = ?", customerId))
                .isEqualTo(1);
    }

    @Test
    void answerToAnEarlierQuestion_doesNotPutOffACheckThatIsWanted() throws Throwable {
        // Given
        Question before = ask();
        Instant planned = now.plus(Duration.ofDays(300));
        inTransaction(() -> customers.checkNow(alice, planned));

        // When
        boolean newest = inTransaction(() -> customers.answer(before, List.of(), now));

        // Then
        assertThat(newest).isTrue();
        assertThat(plannedAt(planned)).isTrue();

        // When
        Question after = ask();
        inTransaction(() -> customers.answer(after, List.of(), now));

        // Then
        assertThat(plannedAt(now.plus(CheckSchedule.AT_LEAST_EVERY))).isTrue();
    }

    @Test
    void answerAboutTheCustomerBefore_isDropped() throws Throwable {
        // Given
        Question before = ask();
        BILLING.change("update customer set customer_id = ? where subscriber_id = ?", customerId + "_new", alice);

        // When
        boolean newest = inTransaction(() -> customers.answer(before, List.of(), now));

        // Then
        assertThat(newest).isFalse();
    }

    private boolean plannedAt(Instant instant) {
        return BILLING.number(
                        "select count(*) from customer where subscriber_id = ? and check_at = ?",
                        alice,
                        Timestamp.from(instant))
                == 1;
    }

    private Question ask() throws Throwable {
        return inTransaction(() -> customers.ask(customerId)).orElseThrow();
    }

    private static <T> T inTransaction(Supplier<Uni<T>> work) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(() -> Panache.withTransaction(work));
    }
}
