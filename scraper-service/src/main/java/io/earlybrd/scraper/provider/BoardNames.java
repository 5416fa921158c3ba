package io.earlybrd.scraper.provider;

import io.earlybrd.scraper.fetch.RefusedUrl;
import io.earlybrd.scraper.fetch.WebUrl;
import java.util.Locale;
import java.util.regex.Pattern;

/** Checks for names of boards that become part of an address. */
public final class BoardNames {

    // Letters of other alphabets, slashes and dots in a row have no place in an address that we build ourselves.
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-](?:[A-Za-z0-9_-]|\\.(?!\\.)){0,99}");

    // Blanks are written %20 in an address.
    private static final Pattern SPACED = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9 _-]|\\.(?!\\.)){0,99}");

    private static final Pattern LABEL = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");

    /** The name of the one list of a provider that has no boards. */
    public static final String ALL = "all";

    private BoardNames() {}

    /** A {@linkplain #spaced name with blanks} as a segment of a path. */
    public static String segment(String name) {
        return name.replace(" ", "%20");
    }

    /**
     * The one list of a provider that has no boards.
     *
     * @throws InvalidBoard if it is called anything but {@link #ALL}
     */
    public static String all(String given) {
        if (!given.strip().equalsIgnoreCase(ALL)) {
            throw new InvalidBoard("This provider has one list only; its name is \"" + ALL + "\".");
        }
        return ALL;
    }

    /**
     * A board that is named by its address, in one written form.
     *
     * @param what the board is, for whoever gave the address: {@code "A feed"}
     * @throws InvalidBoard if it is no public address of the Web
     */
    public static String address(String given, String what) {
        try {
            return WebUrl.parse(given).uri().toString();
        } catch (RefusedUrl e) {
            throw new InvalidBoard(what + " is named by its public http or https address.");
        }
    }

    /**
     * A plain name such as {@code stripe}.
     *
     * @throws InvalidBoard if it is anything else
     */
    public static String token(String given) {
        String name = given.strip();
        if (!TOKEN.matcher(name).matches()) {
            throw new InvalidBoard("A board is named by letters, digits, dots, dashes and underscores.");
        }
        return name;
    }

    /**
     * A name that may have blanks in it, such as {@code Forward Financing}.
     *
     * @throws InvalidBoard if it is anything else
     */
    public static String spaced(String given) {
        String name = given.strip().replace("%20", " ");
        if (!SPACED.matcher(name).matches()) {
            throw new InvalidBoard("A board is named by letters, digits, blanks, dots, dashes and underscores.");
        }
        return name;
    }

    /**
     * A name that is one part of a host's name, in lower case.
     *
     * @throws InvalidBoard if it is anything else
     */
    public static String label(String given) {
        String name = given.strip().toLowerCase(Locale.ROOT);
        if (!LABEL.matcher(name).matches()) {
            throw new InvalidBoard("A board is named by letters, digits and dashes.");
        }
        return name;
    }
}
