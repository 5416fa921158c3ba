package io.earlybrd.scraper.catalogue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The starter catalogue: {@code catalogue/employers.csv}; docs/catalogue.md says where its rows come from. */
final class Catalogue {

    private static final String FILE = "/catalogue/employers.csv";
    private static final int COLUMNS = 3;

    private Catalogue() {}

    /**
     * A board of an employer.
     *
     * @param board as the provider's address names it
     */
    record Entry(String provider, String board, String company) {}

    /** All boards, by provider and board. */
    static List<Entry> entries() {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(Catalogue.class.getResourceAsStream(FILE), StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(Catalogue::entry).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** No field is quoted: neither names of boards nor those of employers have commas. */
    private static Entry entry(String line) {
        String[] fields = line.split(",", -1);
        if (fields.length != COLUMNS) {
            throw new IllegalStateException("not three fields: " + line);
        }
        return new Entry(fields[0], fields[1], fields[2]);
    }
}
