package io.earlybrd.scraper.provider.jobposting;

import com.fasterxml.jackson.databind.JsonNode;
import io.earlybrd.scraper.provider.Answer;
import io.earlybrd.scraper.provider.Board;
import io.earlybrd.scraper.provider.PostingDraft;
import io.earlybrd.scraper.provider.UnexpectedShape;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** A page with JobPostings on it. */
public final class JobPage {

    /** A page is read into a tree of ten times its size. */
    private static final int MAX_BYTES = 4 << 20;

    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([\\w.:-]+)");

    private final URI address;
    private final URI base;
    private final String siteName;
    private final StructuredData data;
    private final boolean whole;
    private final Map<String, String> titles = new HashMap<>();

    private JobPage(URI address, URI base, String siteName, StructuredData data, boolean whole) {
        this.address = address;
        this.base = base;
        this.siteName = siteName;
        this.data = data;
        this.whole = whole;
    }

    /**
     * Reads a page.
     *
     * @throws UnexpectedShape if it is too long
     */
    public static JobPage parse(Answer answer, InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new UnexpectedShape("a page of more than " + MAX_BYTES + " bytes");
        }
        Document page = Jsoup.parse(
                new ByteArrayInputStream(bytes),
                charset(answer.contentType()),
                answer.uri().toString());
        return new JobPage(
                answer.uri(),
                base(page, answer.uri()),
                page.select("meta[property=og:site_name]").attr("content"),
                StructuredData.of(page),
                isWhole(bytes));
    }

    /** The postings, those that are over too. */
    public List<JsonNode> postings() {
        return data.postings();
    }

    /** The number of scripts that seem to hold postings, but cannot be read. */
    int unreadable() {
        return data.unreadable();
    }

    /**
     * Makes sure that what was found is all there is.
     *
     * @throws UnexpectedShape if the page breaks off, or describes nothing at all: then it is not one of this kind
     */
    public void checkWhole() {
        if (!data.described() && data.unreadable() == 0) {
            throw new UnexpectedShape("no structured data on the page");
        }
        if (!whole) {
            throw new UnexpectedShape("the page breaks off");
        }
    }

    /** The address that a posting states; empty if it states none. */
    String url(JsonNode posting) {
        return JobPostingReader.url(posting, base);
    }

    /** A draft of one of the postings. */
    PostingDraft draft(Board board, JsonNode posting) {
        PostingDraft draft = new PostingDraft(id(posting)).url(address.toString());
        return JobPostingReader.fill(draft, posting, base)
                .company(board.company() == null ? "" : board.company())
                .company(siteName)
                .company(String.valueOf(address.getHost()).replaceFirst("^www\\.", ""));
    }

    /**
     * The address that a job has for itself; else what tells it from the others on the page. Identifiers alone don't do: many sites
     * state the same for all their jobs.
     */
    private String id(JsonNode posting) {
        String title = Schema.text(posting.path("title")).strip();
        String url = url(posting);
        String identifier = JobPostingReader.identifier(posting).strip();
        String id = url.isEmpty() || url.equals(address.toString())
                ? address + "#" + (identifier.isEmpty() ? title : identifier)
                : url;
        String known = titles.putIfAbsent(id, title);
        return known == null || known.equals(title) ? id : id + "#" + title;
    }

    private static URI base(Document page, URI address) {
        try {
            return page.baseUri().isEmpty() ? address : address.resolve(page.baseUri());
        } catch (IllegalArgumentException e) {
            return address;
        }
    }

    /** Templates close a page; one that was cut off is not closed. Where the end was left out on purpose we cannot tell. */
    private static boolean isWhole(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        return text.contains("</html>");
    }

    private static @Nullable String charset(@Nullable String contentType) {
        Matcher stated = CHARSET.matcher(contentType == null ? "" : contentType);
        try {
            return stated.find() && Charset.isSupported(stated.group(1)) ? stated.group(1) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
