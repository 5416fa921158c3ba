package io.earlybrd.scraper.provider;

import java.util.regex.Pattern;

/** Ids of listings that become part of an address. */
public final class ExternalIds {

    private static final Pattern FIT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,199}");

    private ExternalIds() {}

    /**
     * The id as it stands.
     *
     * @throws UnusablePosting if it could lead anywhere else
     */
    public static String fit(String id) {
        if (!FIT.matcher(id).matches()) {
            throw new UnusablePosting("no usable id");
        }
        return id;
    }
}
