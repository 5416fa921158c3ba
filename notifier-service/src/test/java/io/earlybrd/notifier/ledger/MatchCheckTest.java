package io.earlybrd.notifier.ledger;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.earlybrd.events.AlertSaved;
import io.earlybrd.events.EventJson;
import io.earlybrd.events.JobMatched;
import io.earlybrd.events.UnreadableEvent;
import io.earlybrd.notifier.testing.Cast;
import io.earlybrd.notifier.testing.Entries;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("N13")
class MatchCheckTest {

    private final AlertSaved alert = Cast.alert(Entries.ALICE, "Engineer", Entries.NOW);
    private final JobMatched matched =
            Cast.matched("job-1", Cast.relisted(2, Entries.NOW), Entries.NOW, Entries.ALICE, alert);

    @Test
    void wholeMatch_isTakenIn() {
        assertThatCode(() -> MatchCheck.refuseImpossible(matched)).doesNotThrowAnyException();
    }

    @Test
    @Tag("S15")
    void repostThatWasNeverListedAgain_isRefused() {
        // Given
        JobMatched spoilt = Cast.matched("job-1", Cast.relisted(0, Entries.NOW), Entries.NOW, Entries.ALICE, alert);

        // Then
        assertThatThrownBy(() -> MatchCheck.refuseImpossible(spoilt)).isInstanceOf(UnreadableEvent.class);
    }

    @ParameterizedTest
    @CsvSource({
        "'', jobId",
        "'', job",
        "'', hops",
        "/hops, firstSeenAt",
        "/hops, matchedAt",
        "/job, title",
        "/job, company",
        "/job, url",
        "/job/places/0, text",
        "/job/salary, currency",
        "/job/salary, period",
        "/job/repost, openSince",
        "/subscribers/0, subscriberId",
        "/subscribers/0/alerts, ",
        "/subscribers/0/alerts/0, alertId",
        "/subscribers/0/alerts/0/reasons/0, clause",
        "/subscribers/0/alerts/0/reasons/0, field",
    })
    void matchWithAPartMissing_isRefused(String of, String part) {
        // Given
        ObjectNode json = EventJson.mapper().valueToTree(matched);
        if (part == null) {
            ((ArrayNode) json.at(of)).removeAll();
        } else {
            ((ObjectNode) json.at(of)).remove(part);
        }
        JobMatched spoilt = EventJson.read(json.toString().getBytes(StandardCharsets.UTF_8), JobMatched.class);

        // Then
        assertThatThrownBy(() -> MatchCheck.refuseImpossible(spoilt)).isInstanceOf(UnreadableEvent.class);
    }
}
