package io.earlybrd.testkit.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.stripe.Stripe;
import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.ApiException;
import com.stripe.exception.AuthenticationException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.RateLimitException;
import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.model.Event;
import com.stripe.model.Price;
import com.stripe.model.StripeCollection;
import com.stripe.net.RequestOptions;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.CustomerListParams;
import com.stripe.param.CustomerUpdateParams;
import com.stripe.param.EventListParams;
import com.stripe.param.PriceListParams;
import com.stripe.param.checkout.SessionCreateParams;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The manners of the API: keys, errors, pages, expansion, idempotency and faults, as the official client sees them. */
@Tag("B18")
class StripeApiTest {

    private final Scene scene = new Scene();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void wrongKey_is401() {
        assertThatExceptionOfType(AuthenticationException.class)
                .isThrownBy(() -> Scene.clientOf(scene.stripe, "sk_test_other")
                        .v1()
                        .customers()
                        .list())
                .satisfies(e -> assertThat(e.getStatusCode()).isEqualTo(401));
    }

    @Test
    void unknownObject_is404AndNamesIt() {
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> scene.client.v1().customers().retrieve("cus_nobody"))
                .satisfies(e -> {
                    assertThat(e.getStatusCode()).isEqualTo(404);
                    assertThat(e.getCode()).isEqualTo("resource_missing");
                    assertThat(e.getMessage()).contains("No such customer: 'cus_nobody'");
                    assertThat(e.getRequestId()).startsWith("req_");
                });
    }

    @Test
    void unknownParameter_is400AndNamesIt() {
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> scene.client
                        .v1()
                        .customers()
                        .create(CustomerCreateParams.builder()
                                .putExtraParam("emial", "typo@example.com")
                                .build()))
                .satisfies(e -> {
                    assertThat(e.getStatusCode()).isEqualTo(400);
                    assertThat(e.getCode()).isEqualTo("parameter_unknown");
                    assertThat(e.getParam()).isEqualTo("emial");
                });
    }

    @Test
    void missingParameter_is400AndNamesIt() {
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> scene.client
                        .v1()
                        .checkout()
                        .sessions()
                        .create(SessionCreateParams.builder().build()))
                .satisfies(e -> {
                    assertThat(e.getCode()).isEqualTo("parameter_missing");
                    assertThat(e.getParam()).isEqualTo("success_url");
                });
    }

    @Test
    void trialThatEndsTooSoon_isRefusedByCheckout() {
        long tomorrow = Scene.START.plus(Duration.ofDays(1)).getEpochSecond();
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> scene.subscribe(
                        "pay", SessionCreateParams.SubscriptionData.builder().setTrialEnd(tomorrow)))
                .satisfies(e -> assertThat(e.getParam()).isEqualTo("subscription_data[trial_end]"));
    }

    @Test
    void objectNamedByAParameter_isMissedWith400() {
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> scene.client
                        .v1()
                        .checkout()
                        .sessions()
                        .create(scene.session("cus_nobody").build()))
                .satisfies(e -> {
                    assertThat(e.getStatusCode()).isEqualTo(400);
                    assertThat(e.getCode()).isEqualTo("resource_missing");
                    assertThat(e.getParam()).isEqualTo("customer");
                });
    }

    @Test
    void seededPrices_areFoundByTheirLookupKeys() throws StripeException {
        // When
        List<Price> prices = scene.client
                .v1()
                .prices()
                .list(PriceListParams.builder()
                        .addAllLookupKey(List.of("earlybrd_monthly", "earlybrd_yearly"))
                        .addExpand("data.product")
                        .build())
                .getData();

        // Then
        assertThat(prices).extracting(Price::getUnitAmount).containsExactlyInAnyOrder(700L, 7_000L);
        assertThat(prices).allSatisfy(price -> {
            assertThat(price.getCurrency()).isEqualTo("eur");
            assertThat(price.getProductObject().getName()).isEqualTo("EarlyBrd");
        });
    }

    @Test
    void pages_holdEveryObjectOnceNewestFirst() throws StripeException {
        // Given
        List<String> created = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            created.add(0, scene.alice().getId());
        }

        // When
        StripeCollection<Customer> first = scene.client
                .v1()
                .customers()
                .list(CustomerListParams.builder().setLimit(10L).build());
        List<String> all = new ArrayList<>();
        first.autoPagingIterable().forEach(customer -> all.add(customer.getId()));
        List<Customer> back = scene.client
                .v1()
                .customers()
                .list(CustomerListParams.builder()
                        .setEndingBefore(created.get(12))
                        .setLimit(2L)
                        .build())
                .getData();

        // Then
        assertThat(first.getHasMore()).isTrue();
        assertThat(all).isEqualTo(created);
        assertThat(back).extracting(Customer::getId).isEqualTo(created.subList(10, 12));
    }

    @Test
    void metadata_isMergedAndTakenOutByAnEmptyText() throws StripeException {
        // Given
        Customer alice = scene.alice();

        // When
        Customer changed = scene.client
                .v1()
                .customers()
                .update(
                        alice.getId(),
                        CustomerUpdateParams.builder()
                                .putMetadata("plan", "monthly")
                                .putMetadata("subscriber", "")
                                .build());

        // Then
        assertThat(changed.getMetadata()).containsExactly(Map.entry("plan", "monthly"));
    }

    @Test
    void events_areListedNewestFirstByTypeAndTime() throws StripeException {
        // Given
        scene.alice();
        scene.pass(Duration.ofHours(1));
        Customer second = scene.alice();
        long since = scene.clock.instant().getEpochSecond();

        // When
        List<Event> events = scene.client
                .v1()
                .events()
                .list(EventListParams.builder()
                        .setType("customer.created")
                        .setCreated(
                                EventListParams.Created.builder().setGte(since).build())
                        .build())
                .getData();

        // Then
        assertThat(events).hasSize(1);
        Customer told =
                (Customer) events.get(0).getDataObjectDeserializer().getObject().orElseThrow();
        assertThat(told.getId()).isEqualTo(second.getId());
        assertThat(scene.client.v1().events().retrieve(events.get(0).getId()).getType())
                .isEqualTo("customer.created");
    }

    @Test
    void sameIdempotencyKey_replaysTheFirstAnswer() throws StripeException {
        // Given
        RequestOptions key = RequestOptions.builder().setIdempotencyKey("once").build();
        CustomerCreateParams params =
                CustomerCreateParams.builder().setEmail("bob@example.com").build();

        // When
        Customer first = scene.client.v1().customers().create(params, key);
        Customer second = scene.client.v1().customers().create(params, key);

        // Then
        assertThat(second.getId()).isEqualTo(first.getId());
        assertThat(first.getLastResponse().headers().firstValue("Idempotent-Replayed"))
                .isEmpty();
        assertThat(second.getLastResponse().headers().firstValue("Idempotent-Replayed"))
                .hasValue("true");
        assertThat(scene.client.v1().customers().list().getData()).hasSize(1);
    }

    @Test
    void sameIdempotencyKeyForAnotherRequest_isRefused() throws StripeException {
        // Given
        RequestOptions key = RequestOptions.builder().setIdempotencyKey("once").build();
        scene.client
                .v1()
                .customers()
                .create(
                        CustomerCreateParams.builder()
                                .setEmail("bob@example.com")
                                .build(),
                        key);

        // Then
        assertThatExceptionOfType(StripeException.class)
                .isThrownBy(() -> scene.client
                        .v1()
                        .customers()
                        .create(
                                CustomerCreateParams.builder()
                                        .setEmail("eve@example.com")
                                        .build(),
                                key))
                .satisfies(e -> assertThat(e.getStatusCode()).isEqualTo(400));
    }

    @Test
    void lostAnswer_isRepairedByARetryWithTheSameKey() throws StripeException {
        // Given
        RequestOptions key = RequestOptions.builder().setIdempotencyKey("lost").build();
        CustomerCreateParams params =
                CustomerCreateParams.builder().setEmail("bob@example.com").build();
        scene.stripe.faults().loseNextAnswers(2);

        // When
        assertThatExceptionOfType(ApiConnectionException.class)
                .isThrownBy(() -> scene.client.v1().customers().create(params, key));
        scene.client.v1().customers().create(params, key);

        // Then
        assertThat(scene.client.v1().customers().list().getData()).hasSize(1);
    }

    @Test
    void serverError_isStoredForItsKeyAndTooManyRequestsIsNot() throws StripeException {
        // Given
        RequestOptions broken =
                RequestOptions.builder().setIdempotencyKey("broken").build();
        RequestOptions busy = RequestOptions.builder().setIdempotencyKey("busy").build();
        CustomerCreateParams params = CustomerCreateParams.builder().build();
        scene.stripe.faults().answerNext(1, 500);
        scene.stripe.faults().answerNext(1, 429);

        // Then
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> scene.client.v1().customers().create(params, broken));
        assertThatExceptionOfType(RateLimitException.class)
                .isThrownBy(() -> scene.client.v1().customers().create(params, busy));
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> scene.client.v1().customers().create(params, broken));
        assertThat(scene.client.v1().customers().create(params, busy).getId()).startsWith("cus_");
    }

    @Test
    void hang_outlastsThePatienceOfTheClientAndHasNoEffect() throws StripeException {
        // Given
        scene.stripe.faults().hangNext(1, Duration.ofMinutes(1));
        RequestOptions impatient = RequestOptions.builder().setReadTimeout(50).build();

        // Then
        assertThatExceptionOfType(ApiConnectionException.class)
                .isThrownBy(() -> scene.client
                        .v1()
                        .customers()
                        .create(CustomerCreateParams.builder().build(), impatient));
        assertThat(scene.client.v1().customers().list().getData()).isEmpty();
    }

    @Test
    void everyAnswer_namesItsRequestAndVersion() throws StripeException {
        // When
        Customer alice = scene.alice();

        // Then
        assertThat(alice.getLastResponse().headers().firstValue("Request-Id").orElseThrow())
                .startsWith("req_");
        assertThat(alice.getLastResponse().headers().firstValue("Stripe-Version"))
                .hasValue(ApiVersion.CURRENT);
        assertThat(alice.getLivemode()).isFalse();
        assertThat(scene.stripe.requests().all().get(0).target()).isEqualTo("/v1/customers");
    }

    @Test
    void ourVersion_isTheOneThatTheClientPins() {
        assertThat(ApiVersion.CURRENT).isEqualTo(Stripe.API_VERSION);
    }
}
