package io.earlybrd.account.alert;

import io.earlybrd.events.AlertFilters;
import io.earlybrd.events.SalaryFloor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Filters in one line of words: {@code Berlin or remote · from €75,000, unknown pay included}. */
final class Conditions {

    private Conditions() {}

    static String of(AlertFilters filters) {
        List<String> parts = new ArrayList<>();
        parts.add(where(filters));
        filters.salaryFloor().map(Conditions::pay).ifPresent(parts::add);
        add(parts, "", labels(Choices.TYPES, filters.employmentTypes()));
        add(parts, "", labels(Choices.LEVELS, filters.seniorities()));
        add(parts, "only ", filters.companiesIn());
        add(parts, "never ", filters.companiesOut());
        if (filters.wantsEmployersOnly()) {
            parts.add("no agencies");
        }
        if (filters.wantsReposts()) {
            parts.add("jobs listed before included");
        }
        if (filters.findsAliases()) {
            parts.add("other names included");
        }
        return String.join(" · ", parts);
    }

    private static String where(AlertFilters filters) {
        String places = either(filters.places());
        return switch (filters.remote()) {
            case AlertFilters.REMOTE_ONLY -> places.isEmpty() ? "Remote only" : "Remote only, " + places;
            case AlertFilters.REMOTE_NO -> places.isEmpty() ? "Anywhere, not remote" : places + ", not remote";
            default -> places.isEmpty() ? "Anywhere" : places + " or remote";
        };
    }

    private static String pay(SalaryFloor floor) {
        boolean unstated = Pay.unstatedPasses(floor);
        String what = "from " + Pay.text(floor.minMinor(), floor.currency());
        return unstated == floor.unknownPasses()
                ? what + ", unknown pay " + fate(unstated)
                : what + ", pay not stated " + fate(unstated) + ", pay that cannot be compared "
                        + fate(floor.unknownPasses());
    }

    private static String fate(boolean passes) {
        return passes ? "included" : "left out";
    }

    /** Names may have commas within. */
    private static String either(List<String> items) {
        return String.join(" or ", items);
    }

    private static List<String> labels(List<Choices.Choice> choices, List<String> values) {
        return values.stream()
                .map(value -> Choices.label(choices, value).toLowerCase(Locale.ENGLISH))
                .toList();
    }

    private static void add(List<String> parts, String lead, List<String> items) {
        if (!items.isEmpty()) {
            parts.add(lead + either(items));
        }
    }
}
