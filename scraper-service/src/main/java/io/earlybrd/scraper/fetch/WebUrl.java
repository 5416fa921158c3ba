package io.earlybrd.scraper.fetch;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An absolute http or https address in one written form: scheme and host in lower case, host in ASCII, no user, no fragment,
 * no default port. Every text that libraries read in different ways is refused, because the one who checks an address and the
 * one who connects to it must never disagree about its host.
 *
 * @param uri the address
 * @param host host name or IP literal without brackets
 * @param port always set
 */
public record WebUrl(URI uri, String host, int port) {

    private static final int MAX_LENGTH = 2_000;
    private static final int MAX_PORT = 65_535;

    // Scheme, authority, and the rest without its fragment; a backslash would be a slash to some readers.
    private static final Pattern FORM = Pattern.compile("(?i)(https?)://([^/?#\\\\@\\s]+)([/?][^#\\\\\\s]*)?(?:#.*)?");
    private static final Pattern AUTHORITY = Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[^:\\[\\]%]+)(?::(\\d{1,5}))?");
    private static final Pattern LABEL = Pattern.compile("[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?");
    private static final Pattern NUMERIC_LABEL = Pattern.compile("\\d+|0x[0-9a-f]*");
    private static final Pattern DOTTED_QUAD = Pattern.compile("(?:(?:0|[1-9]\\d{0,2})(?:\\.(?!$)|$)){4}");

    /**
     * Reads an address.
     *
     * @throws RefusedUrl if it is not one that may be fetched from anywhere
     */
    public static WebUrl parse(String text) {
        Matcher parts = FORM.matcher(text.strip());
        if (text.length() > MAX_LENGTH || !parts.matches()) {
            throw new RefusedUrl("not an absolute http or https address without a user");
        }
        Matcher authority = AUTHORITY.matcher(parts.group(2));
        if (!authority.matches()) {
            throw new RefusedUrl("malformed host or port");
        }
        String scheme = parts.group(1).toLowerCase(Locale.ROOT);
        String host = host(authority.group(1));
        int defaultPort = scheme.equals("https") ? 443 : 80;
        int port = authority.group(2) == null ? defaultPort : Integer.parseInt(authority.group(2));
        if (port < 1 || port > MAX_PORT) {
            throw new RefusedUrl("no such port");
        }
        String rest = parts.group(3) == null ? "/" : parts.group(3);
        String written = scheme + "://" + host + (port == defaultPort ? "" : ":" + port)
                + (rest.startsWith("/") ? "" : "/") + rest;
        URI uri;
        try {
            uri = new URI(new URI(written).toASCIIString());
        } catch (URISyntaxException e) {
            throw new RefusedUrl("malformed path or query");
        }
        // Once more, because other alphabets grow when they are written in ASCII.
        if (uri.toString().length() > MAX_LENGTH) {
            throw new RefusedUrl("longer than " + MAX_LENGTH + " characters");
        }
        return new WebUrl(uri, host.replaceAll("[\\[\\]]", ""), port);
    }

    /** Where a redirect from here leads. */
    public WebUrl resolve(String location) {
        try {
            return parse(uri.resolve(new URI(location.strip())).toString());
        } catch (URISyntaxException e) {
            throw new RefusedUrl("malformed redirect");
        }
    }

    /** Whether the connection is to be encrypted. */
    public boolean encrypted() {
        return uri.getScheme().equals("https");
    }

    /** Scheme, host and port: what one robots.txt speaks for. */
    public String origin() {
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }

    /** Path and query, as they stand in a request. */
    public String target() {
        return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    }

    private static String host(String given) {
        if (given.startsWith("[")) {
            return given.toLowerCase(Locale.ROOT);
        }
        String host = ascii(given.endsWith(".") ? given.substring(0, given.length() - 1) : given);
        String[] labels = host.split("\\.", -1);
        for (String label : labels) {
            if (!LABEL.matcher(label).matches()) {
                throw new RefusedUrl("malformed host name");
            }
        }
        // 0177.0.0.1, 0x7f.1 and 2130706433 mean different hosts to different resolvers.
        if (NUMERIC_LABEL.matcher(labels[labels.length - 1]).matches()
                && !DOTTED_QUAD.matcher(host).matches()) {
            throw new RefusedUrl("ambiguous IP address");
        }
        return host;
    }

    private static String ascii(String host) {
        try {
            return IDN.toASCII(host, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            throw new RefusedUrl("malformed host name");
        }
    }
}
