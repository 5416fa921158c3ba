package io.earlybrd.scraper.provider.greenhouse;

import com.fasterxml.jackson.databind.JsonNode;
import io.earlybrd.events.Salary;
import io.earlybrd.scraper.normalise.Pay;
import io.earlybrd.scraper.provider.Salaries;
import io.earlybrd.scraper.provider.Stated;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Pay as Greenhouse has employers enter it: ranges in cents, each with a title such as "Zone A" and a free text, and without a
 * period. Only where title or text name one is it pay that we can pass on.
 */
final class PayInputRanges {

    private static final Pattern HOUR = Pattern.compile("(?i)\\b(hourly|hour|hr)\\b");
    private static final Pattern YEAR =
            Pattern.compile("(?i)\\b(annual(ly|ized)?|year(ly)?|per annum|base salary|salary range)\\b");

    private PayInputRanges() {}

    static @Nullable Salary salary(JsonNode ranges) {
        return Salaries.widest(StreamSupport.stream(ranges.spliterator(), false)
                .map(PayInputRanges::range)
                .filter(Objects::nonNull)
                .toList());
    }

    private static @Nullable Salary range(JsonNode range) {
        String period = period(Stated.text(range, "title") + " " + Stated.text(range, "blurb"));
        return period == null
                ? null
                : Pay.range(
                        units(range, "min_cents"),
                        units(range, "max_cents"),
                        Stated.text(range, "currency_type"),
                        period);
    }

    private static @Nullable String period(String text) {
        boolean hour = HOUR.matcher(text).find();
        boolean year = YEAR.matcher(text).find();
        return hour == year ? null : hour ? "hour" : "year";
    }

    private static @Nullable BigDecimal units(JsonNode range, String member) {
        BigDecimal cents = Stated.number(range, member);
        return cents == null ? null : cents.movePointLeft(2);
    }
}
