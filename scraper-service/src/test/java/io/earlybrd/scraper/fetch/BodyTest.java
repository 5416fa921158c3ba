package io.earlybrd.scraper.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("S4")
class BodyTest {

    @Test
    void chunks_areReadAsOne() throws IOException {
        Body body = Body.inMemory(List.of(Buffer.buffer("ab"), Buffer.buffer(), Buffer.buffer("c")), false, 10);

        assertThat(read(body)).isEqualTo("abc");
        assertThat(read(body)).as("a second time").isEqualTo("abc");
        assertThat(body.head(2)).isEqualTo(new byte[] {'a', 'b'});
    }

    @Test
    void compressedBody_isInflatedWhileItIsRead() throws IOException {
        byte[] gzip = gzip("jobs ".repeat(1000).getBytes(StandardCharsets.UTF_8));
        Body body = Body.inMemory(
                List.of(Buffer.buffer(gzip).slice(0, 7), Buffer.buffer(gzip).slice(7, gzip.length)), true, 5000);

        assertThat(read(body)).hasSize(5000).startsWith("jobs jobs");
    }

    @Test
    void bomb_stopsAtTheLimit() throws IOException {
        // Given
        byte[] bomb = gzip(new byte[20 << 20]);
        Body body = Body.inMemory(List.of(Buffer.buffer(bomb)), true, 1 << 20);

        // Then
        assertThat(bomb.length).isLessThan(100_000);
        assertThatThrownBy(() -> read(body)).isInstanceOf(IOException.class).hasMessage("longer than 1048576 bytes");
    }

    private static String read(Body body) throws IOException {
        try (InputStream in = body.open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }
}
