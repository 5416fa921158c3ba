package io.earlybrd.events.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Scope;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("O17")
class TraceParentTest {

    private static final String TRACEPARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @Test
    void contextOfAText_isCurrentAsTheSameText() {
        try (Scope scope = TraceParent.context(TRACEPARENT).makeCurrent()) {
            assertThat(scope).isNotNull();
            assertThat(TraceParent.current()).isEqualTo(TRACEPARENT);
        }
        assertThat(TraceParent.current()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "00-x-y-01", "garbage"})
    void malformedText_isNoSpan(String text) {
        SpanContext span = TraceParent.span(text);

        assertThat(span.isValid()).isFalse();
    }
}
