package io.earlybrd.matcher.topic;

import io.earlybrd.events.Topic;
import io.earlybrd.events.consume.ProcessEnd;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Holds the alerts back until a test lets them go, as a slow broker would. */
@Alternative
@Singleton
public class HeldTopics extends WholeTopics {

    private static final CountDownLatch HELD = new CountDownLatch(1);

    HeldTopics(
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            Clock clock,
            ProcessEnd end,
            MeterRegistry registry) {
        super(broker, clock, end, registry);
    }

    public static void letGo() {
        HELD.countDown();
    }

    @Override
    public WholeTopic read(Topic topic, Optional<Instant> since, WholeTopic.Reader reader) {
        return super.read(topic, since, topic == Topic.ALERTS ? new Held(reader) : reader);
    }

    private record Held(WholeTopic.Reader reader) implements WholeTopic.Reader {

        @Override
        public void read(List<ConsumerRecord<String, byte[]>> records) {
            await();
            reader.read(records);
        }

        @Override
        public int atOnce() {
            return reader.atOnce();
        }

        @Override
        public void reachedEnd() {
            await();
            reader.reachedEnd();
        }

        private static void await() {
            try {
                HELD.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
