package io.earlybrd.matcher.alert;

import io.earlybrd.events.AlertFilters;
import io.earlybrd.events.UnreadableEvent;
import java.util.List;

/**
 * How large the filters of an alert may be, so that none makes every job slow. Far above what the account service lets anybody save;
 * the words of a query are limited where they are read.
 */
final class AlertLimits {

    static final int MAX_ITEMS = 100;
    static final int MAX_ITEM_LENGTH = 200;

    private AlertLimits() {}

    /**
     * Refuses filters that are too large.
     *
     * @throws UnreadableEvent that names the filter and its size, and quotes nothing
     */
    static void check(AlertFilters filters) {
        check("places", filters.places());
        check("companiesIn", filters.companiesIn());
        check("companiesOut", filters.companiesOut());
        check("employmentTypes", filters.employmentTypes());
        check("seniorities", filters.seniorities());
    }

    private static void check(String filter, List<String> items) {
        if (items.size() > MAX_ITEMS) {
            throw new UnreadableEvent(
                    "filter " + filter + " names " + items.size() + ", at most " + MAX_ITEMS + " are allowed", null);
        }
        for (String item : items) {
            if (item.length() > MAX_ITEM_LENGTH) {
                throw new UnreadableEvent(
                        "filter " + filter + " has one of " + item.length() + " characters, at most " + MAX_ITEM_LENGTH
                                + " are allowed",
                        null);
            }
        }
    }
}
