package io.earlybrd.notifier.recipient;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.earlybrd.events.AlertSaved;
import io.earlybrd.events.DigestSchedule;
import io.earlybrd.events.Event;
import io.earlybrd.events.EventJson;
import io.earlybrd.events.SubscriberChanged;
import io.earlybrd.events.UnreadableEvent;
import io.earlybrd.notifier.testing.Cast;
import io.earlybrd.notifier.testing.Entries;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("N13")
class RecipientCheckTest {

    private final SubscriberChanged subscriber = Cast.subscriber(Entries.ALICE, "alice@post.example", Entries.NOW);
    private final AlertSaved alert = Cast.alert(Entries.ALICE, "Engineer", Entries.NOW);

    @Test
    void wholeStates_areTakenIn() {
        assertThatCode(() -> {
                    RecipientCheck.refuseImpossible(subscriber);
                    RecipientCheck.refuseImpossible(digestAt(0, 1));
                    RecipientCheck.refuseImpossible(digestAt(23, 7));
                    RecipientCheck.refuseImpossible(alert);
                })
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"subscriberId", "email", "zone", "preferences"})
    void subscriberWithAPartMissing_isRefused(String part) {
        assertThatThrownBy(() -> RecipientCheck.refuseImpossible(without(part, subscriber, SubscriberChanged.class)))
                .isInstanceOf(UnreadableEvent.class);
    }

    @ParameterizedTest
    @CsvSource({"-1, 1", "24, 1", "9, 0", "9, 8"})
    void digestAtNoTime_isRefused(int hour, int weekday) {
        assertThatThrownBy(() -> RecipientCheck.refuseImpossible(digestAt(hour, weekday)))
                .isInstanceOf(UnreadableEvent.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"alertId", "subscriberId", "name", "cadence"})
    void alertWithAPartMissing_isRefused(String part) {
        assertThatThrownBy(() -> RecipientCheck.refuseImpossible(without(part, alert, AlertSaved.class)))
                .isInstanceOf(UnreadableEvent.class);
    }

    private SubscriberChanged digestAt(int hour, int weekday) {
        return Cast.changed(subscriber, Optional.of(new DigestSchedule(hour, weekday)), Optional.empty());
    }

    private static <E extends Event> E without(String part, E event, Class<E> type) {
        ObjectNode json = EventJson.mapper().valueToTree(event);
        json.remove(part);
        return EventJson.read(json.toString().getBytes(StandardCharsets.UTF_8), type);
    }
}
