package io.earlybrd.scraper.provider.workday;

import io.earlybrd.scraper.provider.InvalidBoard;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One career site of a tenant: {@code tenant.wd5/Site}. All of it becomes part of addresses.
 *
 * @param tenant the customer
 * @param pod where Workday keeps it: {@code wd5}
 * @param name of the site; its case counts
 */
record Site(String tenant, String pod, String name) {

    private static final Pattern FORM =
            Pattern.compile("([A-Za-z0-9][A-Za-z0-9_-]{0,61})\\.([Ww][Dd]\\d{1,4})/([A-Za-z0-9][A-Za-z0-9_-]{0,99})");

    /**
     * Reads a board's name.
     *
     * @throws InvalidBoard if it is not of the form {@code tenant.wd5/Site}
     */
    static Site of(String given) {
        Matcher form = FORM.matcher(given.strip());
        if (!form.matches()) {
            throw new InvalidBoard("A career site is named by tenant, pod and site: tenant.wd5/Site.");
        }
        return new Site(form.group(1).toLowerCase(Locale.ROOT), form.group(2).toLowerCase(Locale.ROOT), form.group(3));
    }

    /** What stands before the provider's domain. */
    String host() {
        return tenant + "." + pod;
    }

    /** The path below which programs ask. */
    String api() {
        return "/wday/cxs/" + tenant + "/" + name;
    }

    @Override
    public String toString() {
        return host() + "/" + name;
    }
}
