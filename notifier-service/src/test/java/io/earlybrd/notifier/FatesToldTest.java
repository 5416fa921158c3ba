package io.earlybrd.notifier;

import static io.earlybrd.testkit.Database.NOTIFIER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.earlybrd.events.AlertSaved;
import io.earlybrd.events.FateChanged;
import io.earlybrd.events.SubscriberChanged;
import io.earlybrd.notifier.testing.ServiceTest;
import io.earlybrd.notifier.testing.World;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every fate reaches the other services, wherever the work is cut off: for the database a process that dies between two lines is a
 * transaction that ends before its next statement, and so it is here.
 */
@ServiceTest
@Tag("N4")
class FatesToldTest {

    private static final int TIMES = 3;

    private final SubscriberChanged alice = World.newSubscriber();
    private final AlertSaved alert = World.newAlert(alice, "Engineer");

    @AfterEach
    void goOn() {
        NOTIFIER.change("drop function if exists cut_off() cascade");
        NOTIFIER.change("drop sequence if exists cut_offs");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Taking the match in.
                "ledger         | insert           | new.version = 1",
                "due_subscriber | insert or update | true",
                "outbox         | insert           | new.payload like '%\"coalescing\"%'",
                // Putting the mail together.
                "mail           | insert           | true",
                "ledger         | update           | new.reason = 'sending'",
                "outbox         | insert           | new.payload like '%\"sending\"%'",
                // Letting it go, and writing down that it went.
                "mail           | update           | new.state = 'sending'",
                "mail           | update           | new.state = 'sent'",
                "ledger         | update           | new.fate = 'sent'",
                "outbox         | insert           | new.payload like '%\"sent\"%'"
            })
    void workThatIsCutOff_tellsEachFateOnceAndInOrder(String table, String event, String row) {
        // Given
        cutOff(table, event, row);

        // When
        String jobId = World.newMatch(alice, "Engineer", alert);
        World.passCoalescing(jobId);

        // Then
        World.awaitFate(jobId, "sent");
        assertThat(NOTIFIER.column("select last_value > " + TIMES + " from cut_offs"))
                .as("cut off so often, and gone on")
                .containsExactly("t");
        await().untilAsserted(() -> {
            List<FateChanged> told = World.fatesOf(alice, jobId);
            assertThat(told).extracting(FateChanged::version).containsExactly(1L, 2L, 3L);
            assertThat(told)
                    .extracting(
                            fate -> fate.fate() + fate.reason().map(":"::concat).orElse(""))
                    .containsExactly("pending:coalescing", "pending:sending", "sent");
        });
        assertThat(World.mailsTo(alice)).hasSize(1);
    }

    /** The first transactions that write such a row end there, for a reason that is no fault of theirs. */
    private void cutOff(String table, String event, String row) {
        NOTIFIER.change("create sequence cut_offs");
        NOTIFIER.change("""
                create function cut_off() returns trigger language plpgsql security definer as $$
                begin
                    if nextval('cut_offs') <= %d then
                        raise exception 'cut off' using errcode = 'disk_full';
                    end if;
                    return new;
                end
                $$
                """.formatted(TIMES));
        String ofAlice =
                (table.equals("outbox") ? "new.key = '" : "new.subscriber_id = '") + alice.subscriberId() + "'";
        NOTIFIER.change(
                "create trigger cut_off before %s on %s for each row when (%s and %s) execute function cut_off()"
                        .formatted(event, table, ofAlice, row));
    }
}
