package io.earlybrd.testkit.stripe;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The parameters that an operation knows, written as Stripe's documentation does: {@code email}, {@code metadata[*]},
 * {@code line_items[][price]}. Anything else is refused, as Stripe refuses it.
 */
final class AcceptedParams {

    private static final List<String> EVERYWHERE = List.of("expand[]");

    private final List<Pattern> patterns;

    private AcceptedParams(List<Pattern> patterns) {
        this.patterns = patterns;
    }

    static AcceptedParams of(String... names) {
        return new AcceptedParams(Stream.concat(EVERYWHERE.stream(), Arrays.stream(names))
                .map(AcceptedParams::pattern)
                .toList());
    }

    /** Those of a list, besides its filters. */
    static AcceptedParams ofList(String... filters) {
        return of(Stream.concat(Stream.of("limit", "starting_after", "ending_before"), Arrays.stream(filters))
                .toArray(String[]::new));
    }

    void check(Form form) {
        for (Form.Field field : form.fields()) {
            if (patterns.stream()
                    .noneMatch(pattern -> pattern.matcher(field.pattern()).matches())) {
                throw StripeError.unknownParameter(field.name());
            }
        }
    }

    private static Pattern pattern(String name) {
        // The whole of a map may be sent as an empty text, which clears it: metadata=.
        String regex = Pattern.quote(name).replace("[*]", "\\E(\\[[^\\]]+])?\\Q");
        return Pattern.compile(regex);
    }
}
