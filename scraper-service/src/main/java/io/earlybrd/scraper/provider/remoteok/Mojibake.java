package io.earlybrd.scraper.provider.remoteok;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** UTF-8 that was taken for Latin-1 somewhere on its way: {@code "â\u0080\u0094"} was a dash. */
final class Mojibake {

    /** What a character of two to four bytes looks like then. */
    private static final Pattern CHARACTER = Pattern.compile(
            "[\\u00c2-\\u00df][\\u0080-\\u00bf]|[\\u00e0-\\u00ef][\\u0080-\\u00bf]{2}|[\\u00f0-\\u00f4][\\u0080-\\u00bf]{3}");

    /** Controls that no text contains. */
    private static final Pattern CONTROL = Pattern.compile("[\\u0080-\\u009f]");

    private Mojibake() {}

    /**
     * The text as it was meant. What could be meant as it stands is left: only sequences that contain a control character are
     * repaired, or else a whole text in which nothing else but such sequences stands beside ASCII.
     */
    static String repaired(String text) {
        if (!CHARACTER.matcher(text).find()) {
            return text;
        }
        String whole = decoded(text);
        return whole != null ? whole : CHARACTER.matcher(text).replaceAll(Mojibake::repaired);
    }

    private static String repaired(MatchResult sequence) {
        String text = sequence.group();
        String meant = CONTROL.matcher(text).find() ? decoded(text) : null;
        return meant == null ? text : meant;
    }

    private static @Nullable String decoded(String text) {
        try {
            ByteBuffer bytes = StandardCharsets.ISO_8859_1
                    .newEncoder()
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .encode(CharBuffer.wrap(text));
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(bytes)
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
