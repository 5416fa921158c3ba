package io.earlybrd.events.consume;

import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.events.EventJson;
import io.earlybrd.events.JobClosed;
import io.earlybrd.events.UnreadableEvent;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("M15")
class OutageTest {

    static Stream<Throwable> outages() {
        return Stream.of(
                new ConnectException("Connection refused"),
                new CompletionException(new ConnectException("Connection refused")),
                new TimeoutException(),
                new VertxException("Connection was closed", true),
                new NoStackTraceThrowable("Pool closed"),
                new NoStackTraceThrowable("Timeout"),
                new IllegalStateException("Session/EntityManager is closed"),
                new io.smallrye.mutiny.TimeoutException(),
                new org.apache.kafka.common.errors.TimeoutException("Expiring 1 record(s)"),
                new CompletionException(new IllegalStateException(new NotEnoughReplicasException("1 of 2"))),
                postgres("57P01"),
                postgres("57P03"),
                postgres("53300"),
                postgres("53100"),
                postgres("08006"),
                postgres("25006"),
                new IllegalStateException(new SQLException("the disk is full", "53100")),
                new SQLException("a standby", "25006"));
    }

    static Stream<Throwable> faults() {
        return Stream.of(
                new IllegalArgumentException("bad"),
                unreadable(),
                new CompletionException(new NullPointerException()),
                new RecordTooLargeException("3000000 bytes"),
                new SerializationException("cannot"),
                postgres("23505"),
                postgres("25001"),
                postgres("40001"),
                postgres("57014"),
                new SQLException("duplicate key", "23505"),
                new SQLException("no state"));
    }

    @ParameterizedTest
    @MethodSource("outages")
    void awayDatabaseOrBroker_isAnOutage(Throwable failure) {
        assertThat(Outage.causedBy(failure)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void faultOfTheRecord_isNoOutage(Throwable failure) {
        assertThat(Outage.causedBy(failure)).isFalse();
    }

    private static Throwable unreadable() {
        try {
            return new IllegalStateException(
                    EventJson.read("{not json".getBytes(StandardCharsets.UTF_8), JobClosed.class)
                            .key());
        } catch (UnreadableEvent e) {
            return e;
        }
    }

    private static Throwable postgres(String state) {
        return new PgException("message", "FATAL", state, "detail");
    }
}
