package io.earlybrd.account.ledger;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The companies that a page of the ledger is only of, as mails link to it: every spelling that the jobs of one company have, letter by
 * letter.
 *
 * @param names none if it is of all companies
 */
public record CompanyFilter(List<String> names) {

    /** More than any mail asks for. */
    private static final int MAX = 10;

    static CompanyFilter of(List<String> wanted) {
        return new CompanyFilter(wanted.stream()
                .filter(name -> !name.isBlank())
                .distinct()
                .limit(MAX)
                .toList());
    }

    /** Whether the page is of all companies. */
    public boolean isOff() {
        return names.isEmpty();
    }

    /** The names in one line. */
    public String text() {
        return String.join(" or ", names);
    }

    /** What keeps the filter in the address of the next page: {@code &company=Fjordbank}. */
    String query() {
        return names.stream()
                .map(name -> "&company=" + URLEncoder.encode(name, StandardCharsets.UTF_8))
                .collect(Collectors.joining());
    }
}
