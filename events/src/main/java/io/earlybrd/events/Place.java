package io.earlybrd.events;

import java.util.Optional;

/**
 * One place of a job.
 *
 * @param text as the source wrote it, never empty: {@code "Berlin, Germany"}
 * @param city name of the city, if the source or the text says one
 * @param region name of the state or region
 * @param country ISO 3166-1 alpha-2 code in upper case
 */
public record Place(String text, Optional<String> city, Optional<String> region, Optional<String> country) {

    /** A place of which only the text is known. */
    public static Place of(String text) {
        return new Place(text, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
