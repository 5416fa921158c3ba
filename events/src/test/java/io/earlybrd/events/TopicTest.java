package io.earlybrd.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("O16")
class TopicTest {

    @Test
    void partitionOfKey_isTheOneThatKafkasProducerTakes() {
        for (int i = 0; i < 1000; i++) {
            String key = new UUID(i, i * 31L).toString();
            assertThat(Topic.partitionOf(key))
                    .isEqualTo(
                            BuiltInPartitioner.partitionForKey(key.getBytes(StandardCharsets.UTF_8), Topic.PARTITIONS));
        }
    }

    @Test
    void topic_isFoundByItsNameAndByItsEvents() {
        assertThat(Topic.named("mail-requests")).contains(Topic.MAIL_REQUESTS);
        assertThat(Topic.of(JobClosed.class)).isEqualTo(Topic.JOBS);
        assertThat(Topic.named("nothing")).isEmpty();
    }
}
