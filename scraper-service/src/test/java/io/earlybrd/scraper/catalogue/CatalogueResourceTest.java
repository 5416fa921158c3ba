package io.earlybrd.scraper.catalogue;

import static io.earlybrd.testkit.Database.SCRAPER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import io.earlybrd.events.SourceChanged;
import io.earlybrd.events.Topic;
import io.earlybrd.scraper.provider.Adapter;
import io.earlybrd.scraper.provider.Adapters;
import io.earlybrd.scraper.provider.Board;
import io.earlybrd.scraper.testing.ServiceTest;
import io.earlybrd.scraper.testing.TestSource;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@ServiceTest
@Tag("S18")
class CatalogueResourceTest {

    private static final String CATALOGUE = "/api/catalogue";

    @Inject
    Adapters adapters;

    private final List<String> lever = Catalogue.entries().stream()
            .filter(entry -> entry.provider().equals("lever"))
            .map(Catalogue.Entry::board)
            .toList();

    @Test
    void catalogue_isImportedOnlyWhenAskedForAndOnlyOnce() {
        // Given
        assertThat(number("count(*)")).isZero();
        TestSource.call("GET", CATALOGUE).get(CATALOGUE).then().statusCode(200).body("greenhouse", greaterThan(100));

        // When
        add("{\"providers\":[\"lever\"],\"enabled\":false}").statusCode(200).body("added", equalTo(lever.size()));
        add("{\"providers\":[\"lever\"]}")
                .statusCode(200)
                .body("added", equalTo(0))
                .body("there", equalTo(lever.size()));

        // Then
        assertThat(number("count(*)")).isEqualTo(lever.size());
        assertThat(number("count(*) filter (where disabled_at is null)")).isZero();
        assertThat(number("extract(epoch from max(due_at) - min(due_at))::int"))
                .as("seconds from the first to the last")
                .isBetween(3_000L, 3_600L);
        assertThat(TestSource.published(Topic.SOURCES, SourceChanged.class))
                .extracting(ConsumerRecord::key)
                .containsOnlyOnceElementsOf(
                        lever.stream().map(board -> "lever/" + board).toList());
    }

    @Test
    void everyBoard_isOneThatItsProviderCanHave() {
        assertThat(Catalogue.entries())
                .filteredOn(entry -> adapters.find(entry.provider()).isPresent())
                .hasSizeGreaterThan(300)
                .allSatisfy(entry -> {
                    Adapter adapter = adapters.find(entry.provider()).orElseThrow();
                    String name = adapter.boardName(entry.board());
                    assertThat(name).isEqualToIgnoringCase(entry.board());
                    assertThat(adapter.request(new Board(name, entry.company())))
                            .isNotNull();
                });
    }

    @Test
    void providerThatTheCatalogueLacks_isRefused() {
        add("{\"providers\":[\"monster\"]}").statusCode(400);
        add("{\"providers\":[null]}").statusCode(400);
    }

    private long number(String expression) {
        return SCRAPER.number(
                "select " + expression
                        + " from source where provider = 'lever' and board = any(string_to_array(?, ','))",
                String.join(",", lever));
    }

    private static ValidatableResponse add(String body) {
        return TestSource.call("POST", CATALOGUE)
                .contentType(ContentType.JSON)
                .body(body)
                .post(CATALOGUE)
                .then();
    }
}
