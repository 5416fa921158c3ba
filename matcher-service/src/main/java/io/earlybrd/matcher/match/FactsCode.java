package io.earlybrd.matcher.match;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Facts as bytes: each with its length before it, which is -1 for one that is absent. */
final class FactsCode {

    private static final int ABSENT = -1;

    private FactsCode() {}

    static byte[] write(List<Optional<String>> facts) {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        for (Optional<String> fact : facts) {
            byte[] text = fact.orElse("").getBytes(StandardCharsets.UTF_8);
            int length = fact.isPresent() ? text.length : ABSENT;
            written.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
            written.writeBytes(text);
        }
        return written.toByteArray();
    }

    static List<Optional<String>> read(ByteBuffer written) {
        List<Optional<String>> facts = new ArrayList<>();
        while (written.hasRemaining()) {
            int length = written.getInt();
            if (length == ABSENT) {
                facts.add(Optional.empty());
            } else {
                byte[] text = new byte[length];
                written.get(text);
                facts.add(Optional.of(new String(text, StandardCharsets.UTF_8)));
            }
        }
        return facts;
    }
}
