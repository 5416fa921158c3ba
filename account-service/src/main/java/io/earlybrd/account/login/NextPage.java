package io.earlybrd.account.login;

import java.util.regex.Pattern;

/** Where to go after the log-in: a page of this site, by a pattern that nothing else can look like. */
final class NextPage {

    static final String DEFAULT = "/alerts";

    private static final Pattern OWN_PAGE = Pattern.compile("/(alerts|ledger|billing|settings)(/[0-9a-z-]+)*");

    private NextPage() {}

    /** The page that was asked for, which may be null, or the alerts. */
    static String of(String wanted) {
        return wanted != null && OWN_PAGE.matcher(wanted).matches() ? wanted : DEFAULT;
    }
}
