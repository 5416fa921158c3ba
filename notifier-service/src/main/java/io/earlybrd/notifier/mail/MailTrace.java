package io.earlybrd.notifier.mail;

import io.earlybrd.events.trace.TraceParent;
import io.earlybrd.notifier.ledger.LedgerEntry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.Tracer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Supplier;

/**
 * The last span of the trace that began with the fetch of a job. A mail with several jobs continues the trace of the first and links
 * to those of the others.
 */
@ApplicationScoped
class MailTrace {

    private final Tracer tracer;

    MailTrace(Tracer tracer) {
        this.tracer = tracer;
    }

    /** Runs an attempt to send a mail within a span of its own. */
    <T> Uni<T> in(ReadyMail ready, Supplier<Uni<T>> attempt) {
        List<String> traces = ready.entries().stream()
                .map(LedgerEntry::traceparent)
                .distinct()
                .toList();
        SpanBuilder builder = tracer.spanBuilder("send mail")
                .setParent(TraceParent.context(traces.isEmpty() ? "" : traces.get(0)))
                .setAttribute("earlybrd.mail.message_id", ready.mail().messageId())
                .setAttribute("earlybrd.mail.attempt", ready.mail().attempt());
        traces.stream().skip(1).map(TraceParent::span).forEach(builder::addLink);
        Span span = builder.startSpan();
        return attempt.get().onTermination().invoke(() -> span.end());
    }
}
