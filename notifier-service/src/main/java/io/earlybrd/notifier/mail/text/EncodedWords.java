package io.earlybrd.notifier.mail.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Text of a mail's header that is more than ASCII, as RFC 2047 has it. The encoder of Vert.x takes text apart by Java's chars, and so
 * makes two question marks of each character beyond U+FFFF, an emoji for one; it leaves what is encoded already as it is.
 */
public final class EncodedWords {

    private static final Pattern READS_AS_WRITTEN = Pattern.compile("[ -~]*");
    private static final String START = "=?UTF-8?B?";
    private static final String END = "?=";
    private static final String BETWEEN = END + " " + START;
    private static final String BETWEEN_LINES = END + "\n " + START;

    /** Makes a word of 64 characters: with the name of its header it stays below the 76 of a line. */
    private static final int BYTES_A_WORD = 39;

    private EncodedWords() {}

    /** The text as it is if it is plain ASCII, else as words with a blank between them, each of whole characters. */
    public static String of(String text) {
        if (READS_AS_WRITTEN.matcher(text).matches() && !text.contains("=?")) {
            return text;
        }
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        int bytes = 0;
        for (int character : text.codePoints().toArray()) {
            int more = Character.toString(character).getBytes(StandardCharsets.UTF_8).length;
            if (bytes + more > BYTES_A_WORD) {
                words.add(encoded(word));
                word.setLength(0);
                bytes = 0;
            }
            word.appendCodePoint(character);
            bytes += more;
        }
        words.add(encoded(word));
        return START + String.join(BETWEEN, words) + END;
    }

    /** A mail with each word of its headers on a line of its own, since a line with such words may not be long. */
    public static String folded(String mail) {
        int body = mail.indexOf("\n\n");
        return mail.substring(0, body).replace(BETWEEN, BETWEEN_LINES) + mail.substring(body);
    }

    private static String encoded(CharSequence text) {
        return Base64.getEncoder().encodeToString(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
