package io.earlybrd.scraper.provider;

import java.util.regex.Pattern;

/** Checks for names of boards that become part of an address. */
public final class BoardNames {

    // Letters of other alphabets, slashes and dots in a row have no place in an address that we build ourselves.
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9_-]|\\.(?!\\.)){0,99}");

    private BoardNames() {}

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
}
