package io.earlybrd.events.consume;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaConnectorIncomingConfiguration;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import io.smallrye.reactive.messaging.kafka.commit.KafkaCommitHandler;
import io.smallrye.reactive.messaging.kafka.commit.KafkaCommitHandler.Strategy;
import io.smallrye.reactive.messaging.kafka.commit.KafkaThrottledLatestProcessedCommit;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * The connector's throttled commits, but that what could not be committed during a rebalance is committed after it. The connector forgets such
 * an offset until the next record of its partition has been handled, which may be tomorrow: so long a restart would have all since
 * the last commit handled again, and the group would look as if it were behind.
 */
@ApplicationScoped
@Identifier("lasting")
class LastingCommits implements KafkaCommitHandler.Factory {

    private final KafkaThrottledLatestProcessedCommit.Factory throttled;

    LastingCommits(@Identifier(Strategy.THROTTLED) KafkaThrottledLatestProcessedCommit.Factory throttled) {
        this.throttled = throttled;
    }

    @Override
    public KafkaCommitHandler create(
            KafkaConnectorIncomingConfiguration config,
            Vertx vertx,
            KafkaConsumer<?, ?> consumer,
            BiConsumer<Throwable, Boolean> reportFailure) {
        return throttled.create(config, vertx, withLastingCommits(consumer, vertx), reportFailure);
    }

    /** The same consumer, of which one method does more; it has too many to write each down. */
    private static KafkaConsumer<?, ?> withLastingCommits(KafkaConsumer<?, ?> consumer, Vertx vertx) {
        OffsetCommits commits = new OffsetCommits(
                action -> onPollingThread(consumer, action),
                (delay, action) -> vertx.setTimer(delay.toMillis(), timer -> action.run()));
        return (KafkaConsumer<?, ?>) Proxy.newProxyInstance(
                KafkaConsumer.class.getClassLoader(),
                new Class<?>[] {KafkaConsumer.class},
                (proxy, method, arguments) -> method.getName().equals("commit")
                        ? commits.commit(offsets(arguments[0]))
                        : call(method, consumer, arguments));
    }

    private static <K, V> Uni<Void> onPollingThread(
            KafkaConsumer<K, V> consumer, java.util.function.Consumer<Consumer<?, ?>> action) {
        return consumer.runOnPollingThread((Consumer<K, V> polling) -> {
            action.accept(polling);
        });
    }

    @SuppressWarnings("unchecked") // as the only method of that name declares
    private static Map<TopicPartition, OffsetAndMetadata> offsets(Object argument) {
        return (Map<TopicPartition, OffsetAndMetadata>) argument;
    }

    private static Object call(Method method, KafkaConsumer<?, ?> consumer, Object[] arguments) throws Throwable {
        try {
            return method.invoke(consumer, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
