package io.earlybrd.testkit.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class OtlpCollectorTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    @Test
    void exportedSpan_isKeptWithItsService() throws Exception {
        ExportTraceServiceRequest export = ExportTraceServiceRequest.newBuilder()
                .addResourceSpans(ResourceSpans.newBuilder()
                        .setResource(Resource.newBuilder()
                                .addAttributes(KeyValue.newBuilder()
                                        .setKey("service.name")
                                        .setValue(AnyValue.newBuilder().setStringValue("scraper"))))
                        .addScopeSpans(ScopeSpans.newBuilder()
                                .addSpans(Span.newBuilder()
                                        .setTraceId(ByteString.copyFrom(
                                                HexFormat.of().parseHex(TRACE)))
                                        .setSpanId(ByteString.copyFrom(
                                                HexFormat.of().parseHex("b7ad6b7169203331")))
                                        .setName("fetch greenhouse"))))
                .build();

        try (OtlpCollector collector = OtlpCollector.start()) {
            int status = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(collector.endpoint() + "/v1/traces"))
                                    .POST(HttpRequest.BodyPublishers.ofByteArray(export.toByteArray()))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();

            assertThat(status).isEqualTo(200);
            assertThat(collector.trace(TRACE))
                    .containsExactly(new RecordedSpan(TRACE, "b7ad6b7169203331", "", "scraper", "fetch greenhouse"));
        }
    }
}
