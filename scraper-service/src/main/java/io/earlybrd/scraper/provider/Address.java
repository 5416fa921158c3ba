package io.earlybrd.scraper.provider;

import io.earlybrd.events.Place;
import io.earlybrd.scraper.normalise.Countries;
import io.earlybrd.scraper.normalise.PlaceNames;
import io.earlybrd.scraper.normalise.PlainText;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A place whose parts the provider states apart; a part that is empty is not stated.
 *
 * @param city name of the city
 * @param region state or region, by name or code
 * @param country by name or code
 */
public record Address(String city, String region, String country) {

    private static final int MAX_PART_LENGTH = 100;

    private static final Pattern NOT_IN_THE_CITY =
            Pattern.compile("\\b(remote|home[- ]?office|home[- ]based|anywhere)\\b", Pattern.CASE_INSENSITIVE);

    /** Some providers put the part of the world into the field of the region. */
    private static final Set<String> LARGER_THAN_REGIONS = Set.of(
            "europe",
            "asia",
            "africa",
            "oceania",
            "north america",
            "south america",
            "latin america",
            "emea",
            "apac",
            "latam",
            "amer",
            "americas",
            "worldwide",
            "global");

    public Address {
        city = part(city);
        country = part(country);
        region = part(region);
        String asCountry = Countries.code(region);
        boolean repeats = region.equalsIgnoreCase(city)
                || region.equalsIgnoreCase(country)
                || region.length() > 3 && asCountry != null && asCountry.equals(Countries.code(country));
        region = repeats || LARGER_THAN_REGIONS.contains(region.toLowerCase(Locale.ROOT)) ? "" : region;
    }

    /** The place, in the words of its parts; empty if none is stated. */
    Optional<Place> place() {
        String code = Countries.code(country);
        String text = Stream.of(city, region, code == null ? country : Countries.name(code))
                .filter(part -> !part.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
        if (text.isEmpty()) {
            return Optional.empty();
        }
        // Without a country the text of both may still be certain: "Fort Lauderdale, Florida".
        Optional<String> where = code == null ? PlaceNames.resolve(text, null).country() : Optional.of(code);
        return Optional.of(new Place(text, stated(city), stated(region), where));
    }

    /**
     * The place that the employer calls by this name. A name that says itself where it is, or that it is anywhere, or a whole
     * country, is not in the city of the address: that is then the one of the employer.
     */
    Place named(String name) {
        String ownCode = Countries.code(name);
        Place read = PlaceNames.resolve(name, ownCode == null ? Countries.code(country) : null);
        boolean saysItself = ownCode != null
                || read.city().isPresent()
                || read.region().isPresent()
                || NOT_IN_THE_CITY.matcher(name).find();
        return saysItself || city.isEmpty() ? read : new Place(name, stated(city), stated(region), read.country());
    }

    private static Optional<String> stated(String part) {
        return part.isEmpty() ? Optional.empty() : Optional.of(part);
    }

    private static String part(String part) {
        return PlainText.cut(PlainText.line(part), MAX_PART_LENGTH);
    }
}
