package io.earlybrd.scraper.normalise;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/** Names as they are compared, and the lists of them that this package brings along. */
final class Names {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SILENT = Pattern.compile("[.'’`]");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s\\u00a0-]+");

    private Names() {}

    /** Without case, accents, dots and apostrophes; hyphens count as blanks: {@code "St. John's"} is {@code "st johns"}. */
    static String folded(String name) {
        String plain = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace('ł', 'l')
                .replace('ø', 'o');
        return BETWEEN_WORDS
                .matcher(SILENT.matcher(plain).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }

    /** The lines of a list that say something. */
    static List<String> lines(String list) {
        try (InputStream in = Objects.requireNonNull(Names.class.getResourceAsStream("/places/" + list), list);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
