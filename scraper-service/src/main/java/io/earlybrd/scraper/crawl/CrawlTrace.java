package io.earlybrd.scraper.crawl;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/** The root of the trace that leads from a fetch to the mails: what is told within it carries its id. */
@ApplicationScoped
class CrawlTrace {

    private final Tracer tracer;

    CrawlTrace(Tracer tracer) {
        this.tracer = tracer;
    }

    /** Runs a crawl within a span of its own; must be called on a Vert.x context that is the crawl's own. */
    <T> Uni<T> in(String provider, String source, Supplier<Uni<T>> crawl) {
        return Uni.createFrom().deferred(() -> {
            Span span = tracer.spanBuilder("fetch " + provider)
                    .setNoParent()
                    .setAttribute("earlybrd.source", source)
                    .startSpan();
            Scope scope = span.makeCurrent();
            return crawl.get()
                    .onFailure()
                    .invoke(failure -> span.setStatus(StatusCode.ERROR).recordException(failure))
                    .onTermination()
                    .invoke(() -> {
                        scope.close();
                        span.end();
                    });
        });
    }
}
