package io.earlybrd.scraper.provider.workday;

import io.earlybrd.scraper.provider.UnusablePosting;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The path of a job below its site: {@code /job/Oslo/Java-Developer_JR354232-1}.
 *
 * @param path fit for an address
 * @param id requisition and, after a dash, which of its postings; the title before it changes, and so does the place
 */
record JobPath(String path, String id) {

    private static final Pattern FORM = Pattern.compile("/job/[^?#\\\\\\s]+");

    /** Rows show the requisition too, but not always at the same place, and without the number of the posting. */
    private static final Pattern ID_AT_END = Pattern.compile(".*_([A-Za-z0-9-]*\\d[A-Za-z0-9-]*)");

    /**
     * Reads the path in a row of the list.
     *
     * @throws UnusablePosting if it could lead anywhere else
     */
    static JobPath of(String given) {
        String path = given.strip();
        if (!FORM.matcher(path).matches() || path.contains("..") || path.contains("//")) {
            throw new UnusablePosting("no usable path");
        }
        Matcher id = ID_AT_END.matcher(path);
        return new JobPath(URI.create(path).toASCIIString(), id.matches() ? id.group(1) : path);
    }

    @Override
    public String toString() {
        return path;
    }
}
