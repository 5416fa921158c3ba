package io.earlybrd.account.login;

import java.util.regex.Pattern;

/** Where to go after the log-in: a page of this site, by a pattern that nothing else can look like. */
final class NextPage {

    static final String DEFAULT = "/alerts";

    /** Longer than any page's address, and short enough for the pattern, whose groups recurse. */
    private static final int MAX_LENGTH = 200;

    private static final Pattern OWN_PAGE =
            Pattern.compile("/(alerts|ledger|billing|settings|suggestions|admin)(/[0-9a-z-]+)*");

    private NextPage() {}

    /** The page that was asked for, which may be null, or the alerts. */
    static String of(String wanted) {
        return wanted != null
                        && wanted.length() <= MAX_LENGTH
                        && OWN_PAGE.matcher(wanted).matches()
                ? wanted
                : DEFAULT;
    }
}
