package io.earlybrd.scraper.provider.jobposting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/** JSON as it stands in pages, written by templates and by hand: with comments, line breaks in texts, commas too many. */
final class LenientJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** Comments of HTML before the JSON, and what pages of XHTML put before a script. */
    private static final Pattern BEFORE = Pattern.compile("<!--[^>]{0,1000}-->(?=\\s{0,100}[\\[{])"
            + "|(?://|/\\*)?\\s{0,10}<!\\[CDATA\\[\\s{0,10}(?:\\*/)?"
            + "|<!--");

    /** What stands behind a script then, or the end of a statement. */
    private static final Pattern BEHIND = Pattern.compile("(?:(?://|/\\*)?\\s*]]>\\s*(?:\\*/)?|(?://\\s*)?-->|;)$");

    private static final int MAX_BEHIND = 64;

    private LenientJson() {}

    /**
     * The values in a text, one after the other.
     *
     * @throws JsonProcessingException if it is no JSON, even with much good will
     */
    static List<JsonNode> read(String text) throws JsonProcessingException {
        String bare = unwrapped(text.strip());
        try {
            return values(bare);
        } catch (JsonProcessingException e) {
            if (bare.contains("&quot;")) {
                return values(Parser.unescapeEntities(bare, false));
            }
            throw e;
        }
    }

    /** Looks at both ends only: a page may hold megabytes of blanks. */
    private static String unwrapped(String text) {
        Matcher before = BEFORE.matcher(text);
        String begun = before.lookingAt() ? text.substring(before.end()) : text;
        int tail = Math.max(begun.length() - MAX_BEHIND, 0);
        return begun.substring(0, tail) + BEHIND.matcher(begun.substring(tail)).replaceFirst("");
    }

    private static List<JsonNode> values(String text) throws JsonProcessingException {
        List<JsonNode> values = new ArrayList<>();
        try (MappingIterator<JsonNode> iterator =
                MAPPER.readerFor(JsonNode.class).readValues(text)) {
            while (iterator.hasNextValue()) {
                values.add(iterator.nextValue());
            }
        } catch (JsonProcessingException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return values;
    }
}
