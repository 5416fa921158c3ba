package io.earlybrd.events.consume;

import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.events.EventJson;
import io.earlybrd.events.JobClosed;
import io.earlybrd.events.UnreadableEvent;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("O18")
class UnquotedTest {

    @Test
    void failureThatQuotesTheRecord_isLoggedByItsKindsAndPlaces() {
        // Given
        Throwable failure = new IllegalStateException(
                "Key (email)=(alice@example.com) already exists", new IllegalArgumentException("alice@example.com"));

        // When
        String logged = print(Unquoted.of(failure));

        // Then
        assertThat(logged)
                .doesNotContain("alice")
                .startsWith("java.lang.IllegalStateException")
                .contains("Caused by: java.lang.IllegalArgumentException")
                .contains("UnquotedTest.java");
    }

    @Test
    void recordThatCannotBeRead_isLoggedWithTheReasonThatDoesNotQuoteIt() {
        // Given
        UnreadableEvent failure = unreadable("{\"jobId\": alice@example.com}");

        // When
        String logged = print(Unquoted.of(failure));

        // Then
        assertThat(logged).doesNotContain("alice").contains("not a JobClosed: JsonParseException");
    }

    @Test
    void fileThatCannotBeWritten_isNamed() {
        // Given
        Throwable failure = new UncheckedIOException(
                "for alice@example.com", new AccessDeniedException("/data/jobs-1.json", null, "Permission denied"));

        // When
        String logged = print(Unquoted.of(failure));

        // Then
        assertThat(logged)
                .doesNotContain("alice")
                .contains("Caused by: java.nio.file.AccessDeniedException: /data/jobs-1.json: Permission denied");
    }

    @Test
    void causesThatGoInACircle_areCut() {
        // Given
        Throwable one = new IllegalStateException("one");
        one.initCause(new IllegalStateException("two", one));

        // When
        String logged = print(Unquoted.of(one));

        // Then
        assertThat(logged).contains("Caused by: java.lang.IllegalStateException");
    }

    private static UnreadableEvent unreadable(String json) {
        try {
            throw new AssertionError(EventJson.read(json.getBytes(StandardCharsets.UTF_8), JobClosed.class));
        } catch (UnreadableEvent e) {
            return e;
        }
    }

    private static String print(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }
}
