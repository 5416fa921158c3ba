package io.earlybrd.account.web;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/** Addresses of others: as they are typed, and whether they may become links. */
public final class Links {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    private Links() {}

    /** An address with its scheme: people leave out what browsers leave out. */
    public static String withScheme(String typed) {
        return typed.isEmpty() || typed.contains("://") ? typed : "https://" + typed;
    }

    /** The address, or nothing if it is no web address: what a job board claims to be a link may be a script. */
    public static String safe(URI address) {
        String scheme = address.getScheme();
        return scheme != null && SCHEMES.contains(scheme.toLowerCase(Locale.ROOT)) && address.getHost() != null
                ? address.toString()
                : "";
    }
}
