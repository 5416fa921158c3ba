package io.earlybrd.events.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;

/**
 * A place in a trace as text in W3C form ({@code 00-trace-span-flags}), for what is stored now and goes on later: a row of an
 * outbox, a match that waits for its mail. Empty where nothing is traced.
 */
public final class TraceParent {

    private static final int PARTS = 4;

    private TraceParent() {}

    /** Where we are now. */
    public static String current() {
        return of(Context.current());
    }

    /** Where a context is. */
    public static String of(Context context) {
        SpanContext span = Span.fromContext(context).getSpanContext();
        return span.isValid()
                ? "00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                        + span.getTraceFlags().asHex()
                : "";
    }

    /** The span that was current when the text was made; an invalid one for an empty or malformed text. */
    public static SpanContext span(String traceparent) {
        String[] parts = traceparent.split("-");
        return parts.length == PARTS
                ? SpanContext.createFromRemoteParent(
                        parts[1], parts[2], TraceFlags.fromHex(parts[3], 0), TraceState.getDefault())
                : SpanContext.getInvalid();
    }

    /** A context in which new spans continue that trace. */
    public static Context context(String traceparent) {
        return Context.root().with(Span.wrap(span(traceparent)));
    }
}
