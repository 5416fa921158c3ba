package io.earlybrd.scraper.provider.jobposting;

import com.fasterxml.jackson.databind.JsonNode;
import io.earlybrd.events.Salary;
import io.earlybrd.scraper.normalise.Pay;
import io.earlybrd.scraper.normalise.PayPeriod;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The pay in a JobPosting. Without a currency and a period a figure says nothing, and is left out. */
final class BaseSalary {

    private BaseSalary() {}

    static @Nullable Salary read(JsonNode posting) {
        JsonNode amount = Schema.values(posting.path("baseSalary")).findFirst().orElse(posting.path("baseSalary"));
        JsonNode value = Schema.values(amount.path("value")).findFirst().orElse(amount);
        String currency = firstText(amount.path("currency"), value.path("currency"), posting.path("salaryCurrency"));
        String unit = firstText(value.path("unitText"), amount.path("unitText"), value.path("unitCode"));
        BigDecimal exact = number(value.isObject() ? value.path("value") : value);
        BigDecimal min = exact == null ? firstNumber(value.path("minValue"), amount.path("minValue")) : exact;
        BigDecimal max = exact == null ? firstNumber(value.path("maxValue"), amount.path("maxValue")) : exact;
        return Pay.range(min, max, currency, PayPeriod.stated(unit));
    }

    private static String firstText(JsonNode... candidates) {
        return Stream.of(candidates)
                .map(Schema::text)
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
    }

    private static @Nullable BigDecimal firstNumber(JsonNode... candidates) {
        for (JsonNode candidate : candidates) {
            BigDecimal number = number(candidate);
            if (number != null) {
                return number;
            }
        }
        return null;
    }

    /** A number, also as text and with commas between thousands; zero stands for "not stated". */
    private static @Nullable BigDecimal number(JsonNode value) {
        if (value.isNumber()) {
            return value.decimalValue().signum() > 0 ? value.decimalValue() : null;
        }
        String text = Schema.text(value).strip();
        String plain = text.matches("\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?") ? text.replace(",", "") : text;
        if (!plain.matches("\\d{1,12}(?:\\.\\d{1,4})?")) {
            return null;
        }
        BigDecimal number = new BigDecimal(plain);
        return number.signum() > 0 ? number : null;
    }
}
