package io.earlybrd.scraper.provider.jobposting;

import io.earlybrd.scraper.provider.UnexpectedShape;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A sitemap, or an index of sitemaps: read entry by entry, because one may have 50,000. The parser of crawler-commons takes one that
 * breaks off for a whole one, by which open jobs would be closed.
 */
final class Sitemap {

    private static final XMLInputFactory FACTORY = factory();

    private static final String JOB =
            "jobs?|careers?|positions?|vacanc(?:y|ies)|openings?|opportunit(?:y|ies)|job[-_]?listings?"
                    + "|job[-_]?openings?|job[-_]?offers?|open[-_]positions?|stellen?(?:angebote?|anzeigen?)?|karriere|emplois?"
                    + "|offres?(?:[-_]d?[-_]?emplois?)?|empleos?|ofertas?|vacatures?|vagas?|praca|oferty|jobbe?|lediga[-_]jobb|rekry|lavora";

    /** A segment of a path that says "jobs", with the name of one behind it; or one that says it beside a name or number. */
    private static final Pattern JOB_PAGE =
            Pattern.compile("/(?:[^/]*[-_])?(?:" + JOB + ")(?:/(?:[^/]+/)*[^/]+|[-_][^/]*\\d[^/]*)/?$");

    private static final Pattern JOB_SITEMAP = Pattern.compile("(?:^|[^a-z])(?:" + JOB + ")(?:[^a-z]|$)");

    /** Pages about working there, and lists of jobs, where the name of a job would stand. */
    private static final Pattern NO_JOB = Pattern.compile(
            "/(?:blog|news|press|articles?|stories|events?|tags?|category|categories|search|page|feed|benefits?|culture|values|teams?"
                    + "|departments?|locations?|faqs?|life|about(?:-us)?|our-[^/]*|how-we-[^/]*|why-[^/]*|diversity|students?|graduates?"
                    + "|internships?|apply|thank-you|all|index|sitemap|login|register|privacy[^/]*)(?:/|$|\\.)");

    private Sitemap() {}

    /** Whether an answer that begins like this is one. */
    static boolean begins(String head) {
        return head.contains("<urlset") || head.contains("<sitemapindex") || head.contains(":urlset");
    }

    /**
     * Reads one.
     *
     * @param page takes the address of a page, and when it was changed as the sitemap writes it
     * @param further takes the address of a further sitemap
     * @throws UnexpectedShape if it is none, or breaks off
     */
    static void read(InputStream xml, BiConsumer<String, String> page, BiConsumer<String, String> further)
            throws IOException {
        try {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(xml);
            reader.nextTag();
            String root = reader.getLocalName();
            if (!root.equals("urlset") && !root.equals("sitemapindex")) {
                throw new UnexpectedShape("no sitemap");
            }
            entries(reader, root.equals("urlset") ? page : further);
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof IOException broken) {
                throw broken;
            }
            throw new UnexpectedShape("malformed sitemap");
        }
    }

    private static void entries(XMLStreamReader reader, BiConsumer<String, String> entry) throws XMLStreamException {
        String address = "";
        String changed = "";
        for (int depth = 1; depth > 0; ) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                // Images and videos have a "loc" too, one level below.
                if (depth == 2 && reader.getLocalName().equals("loc")) {
                    address = reader.getElementText().strip();
                } else if (depth == 2 && reader.getLocalName().equals("lastmod")) {
                    changed = reader.getElementText().strip();
                } else {
                    depth++;
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
                if (depth == 1) {
                    entry.accept(address, changed);
                    address = "";
                    changed = "";
                }
            }
        }
    }

    /** Whether an address looks like that of one job; what it is shows when it is read. */
    static boolean leadsToJob(URI address) {
        String path = String.valueOf(address.getPath()).toLowerCase(Locale.ROOT);
        return JOB_PAGE.matcher(path).find() && !NO_JOB.matcher(path).find();
    }

    /** Whether a sitemap is named after jobs. */
    static boolean isOfJobs(URI address) {
        return JOB_SITEMAP
                .matcher(String.valueOf(address.getPath()).toLowerCase(Locale.ROOT))
                .find();
    }

    /** No document type, and so no entities. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }
}
