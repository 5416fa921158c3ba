package io.earlybrd.broker;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** Settings of a single small broker on the loopback address. */
record BrokerSettings(Path logs, Properties properties) {

    private static final String OVERRIDE = "kafka.";

    /** The settings for a data directory and two ports, with the overrides of this JVM's system properties. */
    static BrokerSettings of(Path data, int port, int controllerPort) {
        Path logs = data.resolve("logs");
        Properties properties = new Properties();
        properties.setProperty("log.dirs", logs.toString());
        listeners(properties, port, controllerPort);
        singleNode(properties);
        topics(properties);
        small(properties);
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith(OVERRIDE))
                .forEach(name -> properties.setProperty(name.substring(OVERRIDE.length()), System.getProperty(name)));
        return new BrokerSettings(logs, properties);
    }

    void writeTo(Path file) throws IOException {
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, null);
        }
    }

    private static void listeners(Properties properties, int port, int controllerPort) {
        properties.setProperty("process.roles", "broker,controller");
        properties.setProperty("node.id", "1");
        properties.setProperty("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        properties.setProperty(
                "listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        properties.setProperty("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        properties.setProperty("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        properties.setProperty("controller.listener.names", "CONTROLLER");
        properties.setProperty("inter.broker.listener.name", "PLAINTEXT");
    }

    private static void singleNode(Properties properties) {
        properties.setProperty("default.replication.factor", "1");
        for (String topic : new String[] {"offsets.topic", "transaction.state.log", "share.coordinator.state.topic"}) {
            properties.setProperty(topic + ".replication.factor", "1");
            properties.setProperty(topic + ".num.partitions", "1");
        }
        properties.setProperty("transaction.state.log.min.isr", "1");
        properties.setProperty("share.coordinator.state.topic.min.isr", "1");
        // The consumers of one service join its group together. Whoever comes after the first assignment waits until
        // all others hear of it by their next heartbeat, which takes seconds; so the first assignment waits a moment.
        properties.setProperty("group.initial.rebalance.delay.ms", "250");
        // After a kill the controller keeps the lost session for this long before it takes the broker back.
        properties.setProperty("broker.session.timeout.ms", "3000");
        properties.setProperty("broker.heartbeat.interval.ms", "500");
    }

    private static void topics(Properties properties) {
        // Topics are declared; a topic that appears by a typing error would hide the error.
        properties.setProperty("auto.create.topics.enable", "false");
        // A client's clock must not decide how long a record is kept.
        properties.setProperty("log.message.timestamp.type", "LogAppendTime");
    }

    private static void small(Properties properties) {
        // The default reserves 128 MiB for the cleaner alone, more than the whole heap here.
        properties.setProperty("log.cleaner.dedupe.buffer.size", "2097152");
        properties.setProperty("log.cleaner.io.buffer.size", "131072");
        properties.setProperty("log.index.size.max.bytes", "1048576");
        properties.setProperty("num.network.threads", "1");
        properties.setProperty("num.io.threads", "2");
        properties.setProperty("background.threads", "2");
        properties.setProperty("num.recovery.threads.per.data.dir", "1");
    }
}
