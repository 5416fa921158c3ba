package io.earlybrd.events.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earlybrd.events.CloudEvent;
import io.earlybrd.events.JobPosted;
import io.earlybrd.events.UnreadableEvent;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("O16")
class EventHandlersTest {

    private final List<Part> handled = new ArrayList<>();
    private final EventHandlers handlers = new EventHandlers().onPartOf(JobPosted.class, Part.class, part -> {
        handled.add(part);
        return Uni.createFrom().voidItem();
    });

    @Test
    void partOfAnEvent_isReadWhateverItsOtherMembersHold() {
        handle("{\"title\":[{}],\"jobId\":\"job-1\",\"description\":7,\"version\":3}");

        assertThat(handled).containsExactly(new Part("job-1", 3));
    }

    @Test
    void partThatIsMissing_isRefused() {
        assertThatThrownBy(() -> handle("{\"jobId\":\"job-1\"}")).isInstanceOf(UnreadableEvent.class);
    }

    private void handle(String json) {
        CloudEvent attributes = new CloudEvent(UUID.randomUUID(), "JobPosted", "/test", Instant.EPOCH);
        handlers.of("JobPosted")
                .handle(json.getBytes(StandardCharsets.UTF_8), attributes)
                .await()
                .indefinitely();
    }

    private record Part(String jobId, long version) {}
}
