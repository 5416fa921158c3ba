package io.earlybrd.events;

import io.earlybrd.events.topics.TopicSettings;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.config.TopicConfig;

/** The AsyncAPI 3 document of all topics, written from {@link Topic}. */
final class AsyncApi {

    private AsyncApi() {}

    static String text() {
        return """
                asyncapi: 3.0.0
                info:
                  title: EarlyBrd events
                  version: 1.0.0
                  description: >-
                    JSON values with CloudEvents 1.0 attributes as Kafka headers (ce_id, ce_type, ce_source, ce_time) and a W3C
                    traceparent. Generated from the records; do not edit.
                defaultContentType: application/json
                channels:
                %s
                components:
                  messages:
                %s
                """.formatted(
                        Stream.of(Topic.values()).map(AsyncApi::channel).collect(Collectors.joining("\n")),
                        Stream.of(Topic.values())
                                .flatMap(topic -> topic.events().stream())
                                .map(AsyncApi::message)
                                .collect(Collectors.joining("\n")));
    }

    private static String channel(Topic topic) {
        String messages = topic.events().stream()
                .map(Class::getSimpleName)
                .map(name -> "      %s:\n        $ref: '#/components/messages/%s'".formatted(name, name))
                .collect(Collectors.joining("\n"));
        String settings = TopicSettings.of(topic).entrySet().stream()
                .map(entry -> "          " + entry.getKey() + ": " + yaml(entry))
                .collect(Collectors.joining("\n"));
        return """
                  %s:
                    address: %s
                    description: Published by %s.
                    messages:
                %s
                    bindings:
                      kafka:
                        topic: %s
                        partitions: %d
                        topicConfiguration:
                %s""".formatted(
                        topic.topicName(),
                        topic.topicName(),
                        topic.owner(),
                        messages,
                        topic.topicName(),
                        Topic.PARTITIONS,
                        settings);
    }

    /** The policy is a list, as AsyncAPI's binding for Kafka has it. */
    private static String yaml(Map.Entry<String, String> setting) {
        return setting.getKey().equals(TopicConfig.CLEANUP_POLICY_CONFIG)
                ? "[" + setting.getValue() + "]"
                : setting.getValue();
    }

    private static String message(Class<?> event) {
        return """
                    %1$s:
                      name: %1$s
                      payload:
                        $ref: ./%1$s.schema.json""".formatted(event.getSimpleName());
    }
}
