package io.earlybrd.scraper.testing;

import io.earlybrd.scraper.provider.Answer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Answers of providers in the shape in which they were recorded, written by us: {@code boards/} in the test resources. */
public final class Fixture {

    private Fixture() {}

    /** The bytes of a file in {@code boards/}. */
    public static byte[] bytes(String name) {
        try (InputStream in = Fixture.class.getResourceAsStream("/boards/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file in {@code boards/} as text. */
    public static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    /** A text as the answer of a provider, whatever its address and type. */
    public static Answer answer(String text) {
        return answer(text, 0);
    }

    /** A text as one page of a list, behind so many others. */
    public static Answer answer(String text, int page) {
        return new Answer(URI.create("https://x.example"), null, body(text), page);
    }

    /** A text as the body of an answer. */
    public static InputStream body(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
