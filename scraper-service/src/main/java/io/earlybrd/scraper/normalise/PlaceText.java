package io.earlybrd.scraper.normalise;

import io.earlybrd.events.Place;
import io.earlybrd.scraper.normalise.Cities.City;
import io.earlybrd.scraper.normalise.Regions.Region;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the text of one place makes certain: {@code "San Francisco, CA"}, {@code "US, WA, Redmond"}, {@code "Remote - UK"}.
 *
 * <p>A place is written from the smallest to the largest or the other way round. What stands there must be known as a country or a
 * region, and say one thing: a code that may be a state and a country ({@code "Salem, IN"}) is the state, unless the city is known to
 * lie in the country. Of a text that says anything else nothing is taken; whoever looks for jobs there reads the text itself.
 */
final class PlaceText {

    /** Longer texts tell more than a place. */
    private static final int MAX_LENGTH = 120;

    private static final Pattern BRACKETS = Pattern.compile("[(\\[]([^()\\[\\]]*)[)\\]]");

    /** How chains write their stores: {@code "(USA) TX AUSTIN 01234 SUPERCENTER"}. */
    private static final Pattern COUNTRY_IN_FRONT =
            Pattern.compile("\\(([A-Z]{3})\\)(?: ([A-Z]{2}) (\\p{Lu}[\\p{Lu}.' -]*) \\d{4,5}\\b)?.*");

    /** Hours and exceptions, of which only a reader makes sense. */
    private static final Pattern MORE_THAN_A_PLACE = Pattern.compile(
            "\\b(?:time ?zones?|hours?|overlap|except|excluding|excl|outside|not|prefer\\w*|select|multiple|various|other|any(?! ?where))\\b",
            Pattern.CASE_INSENSITIVE);

    /** Dashes alone separate the parts. */
    private static final Pattern DASHED = Pattern.compile("[^,]*[-–—:][^,]*");

    /** "San Francisco (or London)": more than one place. */
    private static final Pattern MORE_IN_BRACKETS =
            Pattern.compile(".*[(\\[][^)\\]]*(?:[+&/]|\\bor\\b|\\band\\b)[^)\\]]*[)\\]].*", Pattern.CASE_INSENSITIVE);

    private static final Pattern ADDRESS =
            Pattern.compile("^#?\\d.*|.*\\b(?i:suite|ste|floor|building|bldg|unit|room)\\b.*|.*\\d.*");

    private static final Pattern OFFICE = Pattern.compile("(?i)\\s+(?:office|hq|headquarters?|hub|campus|cbd)$");

    private static final String PARTICLE =
            "(?:de|la|le|les|los|las|sur|am|an|der|den|of|upon|and|du|des|del|el|al|do|da|dos|das|en|bei"
                    + "|im|in|on|y|di|the|ob|aan|op|sous|l['’]\\p{L}+|d['’]\\p{L}+)";

    /** Words in capitals, one of which is no abbreviation. */
    private static final Pattern NAME = Pattern.compile("(?=.*[\\p{Ll}\\p{Lo}]|\\p{Lu}{4})\\p{Lu}[\\p{L}\\p{M}.'’]*"
            + "(?:[ -](?:\\p{Lu}[\\p{L}\\p{M}.'’]*|" + PARTICLE + ")){0,5}|[\\p{IsHan}]{2,6}");

    /** Words that stand where a city could, and are none. */
    private static final Pattern NO_CITY = Pattern.compile(
            "(?i).*\\b(?:remote|hybrid|on-?site|offices?|home|headquarters|hq|nationwide|virtual|region(?:al)?|area|coast|field|territory"
                    + "|campus|plant|sites?|store|warehouse|street|avenue|blvd|road|drive|county|province|district|metro|greater|north"
                    + "|northern|south|southern|east|eastern|west|western|central|southeast|southwest|northeast|northwest|midwest|zone|based"
                    + "|only|distributed|flexible|locations?|anywhere|worldwide|global|engineer(?:ing)?|sales|marketing|support|team|university"
                    + "|hospital|center|centre|airport|base|inc|llc|gmbh|ltd|group|state|metropolitan|municipality|market|mall|data)\\b.*");

    /** Places whose names hold one of these words. */
    private static final Pattern CITY_AFTER_ALL = Pattern.compile(
            "(?i)(?:south san francisco|(?:north|south|east|west|central|northern) [\\p{L}]+(?: [\\p{L}]+)?|[\\p{L}]+ (?:center|home)"
                    + "|saint .*|st\\.? .*)");

    /** Of the USA, with codes of their own: "San Juan, PR, US". */
    private static final Set<String> TERRITORIES = Set.of("PR", "GU", "VI", "AS", "MP");

    private PlaceText() {}

    /**
     * Resolves a text.
     *
     * @param text one place, as the provider wrote it
     * @param country the code of the country that the provider states of it beside the text; null if it does not
     */
    static Place resolve(String text, @Nullable String country) {
        Facts facts = text.length() > MAX_LENGTH ? null : facts(text, country);
        if (facts == null || country != null && !country.equals(facts.country)) {
            return new Place(text, Optional.empty(), Optional.empty(), Optional.ofNullable(country));
        }
        return new Place(
                text, Optional.ofNullable(facts.city), Optional.ofNullable(facts.region), Optional.of(facts.country));
    }

    private static @Nullable Facts facts(String text, @Nullable String country) {
        Matcher front = COUNTRY_IN_FRONT.matcher(text);
        String ahead = front.matches() ? Countries.named(front.group(1)) : null;
        if (ahead != null) {
            Region region = front.group(2) == null ? null : Regions.in(ahead, front.group(2));
            return region == null ? new Facts(null, null, ahead) : within(List.of(front.group(3)), region);
        }
        if (MORE_THAN_A_PLACE.matcher(text).find()
                || MORE_IN_BRACKETS.matcher(text).matches()) {
            return null;
        }
        List<String> parts = PlaceParts.of(BRACKETS.matcher(text).replaceAll(" "));
        if (parts.isEmpty()) {
            Matcher brackets = BRACKETS.matcher(text);
            parts = brackets.find() ? PlaceParts.of(brackets.group(1)) : parts;
        }
        Facts facts = parts.isEmpty()
                ? null
                : read(parts, country, DASHED.matcher(text).matches());
        return facts == null || parts.stream().anyMatch(part -> isElsewhere(part, facts.country)) ? null : facts;
    }

    /** "SF, NL, IN" is a list. */
    private static boolean isElsewhere(String part, String country) {
        City city = part.length() <= 4 ? Cities.alone(part) : null;
        return city != null && !city.country().equals(country) && part.equals(part.toUpperCase(Locale.ROOT));
    }

    private static @Nullable Facts read(List<String> parts, @Nullable String country, boolean dashed) {
        if (parts.stream().anyMatch(PlaceParts::isGroup)) {
            return null;
        }
        List<String> rest = withoutRepeatedCountry(parts);
        String first = PlaceParts.country(rest.get(0));
        String last = PlaceParts.country(rest.get(rest.size() - 1));
        if (dashed
                && rest.size() > 1
                && PlaceParts.isArea(rest.get(0))
                && !PlaceParts.isAreaOf(rest.get(0), rest.get(1))) {
            return null;
        }
        if (first != null && rest.size() > 2 && (last == null || last.equals(first))) {
            Facts within = upwards(rest.subList(1, rest.size()), first);
            return within != null && within.country.equals(first) ? within : new Facts(null, null, first);
        }
        List<String> reversed = new ArrayList<>(rest);
        Collections.reverse(reversed);
        boolean largestFirst = rest.size() > 1 && isLargest(rest.get(0), rest.get(rest.size() - 1), dashed);
        Facts facts = upwards(largestFirst ? reversed : rest, country);
        if (dashed && !largestFirst && rest.size() > 1 && facts != null && facts.city != null) {
            // "Acme - Costa Rica" begins with an employer.
            City city = Cities.in(facts.country, facts.city);
            facts = city == null ? new Facts(null, facts.region, facts.country) : facts;
        }
        if (facts != null || rest.size() == 1 || isAmbiguous(rest.get(rest.size() - 1))) {
            return facts;
        }
        return upwards(largestFirst ? rest : reversed, country);
    }

    private static boolean isAmbiguous(String code) {
        return code.matches("[A-Z]{2}") && Countries.isCode(code) && Regions.byCode(code) != null;
    }

    private static List<String> withoutRepeatedCountry(List<String> parts) {
        List<String> rest = new ArrayList<>(parts);
        String last = PlaceParts.country(rest.get(rest.size() - 1));
        if (last == null) {
            return rest;
        }
        while (rest.size() > 1 && last.equals(PlaceParts.country(rest.get(rest.size() - 2)))) {
            rest.remove(rest.size() - 1);
        }
        if (rest.size() > 1 && last.equals(PlaceParts.country(rest.get(0)))) {
            rest.remove(0);
        }
        return rest;
    }

    /** "CA - San Jose", "Massachusetts - Boston", "Canada, Toronto"; but "Wyoming, MI" is a town. */
    private static boolean isLargest(String first, String last, boolean dashed) {
        boolean area = Countries.named(first) != null
                || Regions.byName(first) != null
                || first.matches("[A-Z]{2}") && (Countries.isCode(first) || Regions.byCode(first) != null);
        Region state = Regions.byCode(first);
        String country = PlaceParts.country(last);
        if (dashed && state != null && country != null) {
            // "IN - Peru" is a town.
            return !country.equals(state.country()) && !last.matches("[A-Z]{2,3}");
        }
        return area && country == null && (dashed || Regions.byCode(last) == null && Regions.byName(last) == null);
    }

    /** Reads parts that go from the smallest to the largest. */
    private static @Nullable Facts upwards(List<String> parts, @Nullable String known) {
        String last = parts.get(parts.size() - 1);
        List<String> rest = withoutAddress(parts.subList(0, parts.size() - 1));
        String named = Countries.named(last);
        if (named != null) {
            String territory = rest.isEmpty() ? "" : rest.get(rest.size() - 1);
            return named.equals("US") && TERRITORIES.contains(territory)
                    ? within(rest.subList(0, rest.size() - 1), territory)
                    : within(rest, named);
        }
        Region region = Regions.byCode(last);
        boolean code = last.matches("[A-Z]{2}") && Countries.isCode(last);
        if (code && region == null) {
            return within(rest, last);
        }
        if (code) {
            return ambiguous(rest, last, region, known);
        }
        if (rest.isEmpty()) {
            region = Regions.alone(last);
        } else if (region == null) {
            region = Regions.byName(last);
        }
        if (region != null) {
            return Names.folded(region.name()).equals("georgia")
                            && !rest.isEmpty()
                            && Cities.in("GE", rest.get(rest.size() - 1)) != null
                    ? within(rest, "GE")
                    : within(rest, region);
        }
        if (rest.isEmpty()) {
            return alone(last, known);
        }
        return known == null ? null : within(parts, known);
    }

    private static @Nullable Facts alone(String part, @Nullable String known) {
        String name = OFFICE.matcher(part).replaceAll("");
        City city = known == null ? Cities.alone(name) : Cities.in(known, name);
        if (city != null) {
            return facts(city);
        }
        return known == null ? null : within(List.of(part), known);
    }

    /** A code that is a state's and a country's: California and Canada, Delaware and Germany. */
    private static @Nullable Facts ambiguous(List<String> rest, String code, Region region, @Nullable String known) {
        if (known != null) {
            return known.equals(region.country())
                    ? within(rest, region)
                    : known.equals(code) ? within(rest, code) : null;
        }
        if (rest.isEmpty()) {
            return null;
        }
        String before = rest.get(rest.size() - 1);
        boolean inCountry = Cities.in(code, before) != null || isCodeOfRegion(code, before);
        City inState = Cities.in(region.country(), before);
        boolean inRegion = inState != null && region.name().equals(inState.region());
        if (inCountry && !inRegion) {
            return within(rest, code);
        }
        boolean rather = region.country().equals("US")
                && !code.equals("DE")
                && !before.matches("[A-Z]{2}")
                && Regions.in(code, before) == null;
        return inRegion && !inCountry && Regions.in(code, before) == null || rather && !inCountry
                ? within(rest, region)
                : null;
    }

    private static boolean isCodeOfRegion(String country, String code) {
        return code.matches("[A-Z]{2,3}") && Regions.in(country, code) != null;
    }

    /** What stands before a region. */
    private static Facts within(List<String> rest, Region region) {
        String city = null;
        if (rest.size() == 1) {
            city = cityName(rest.get(0), region.country());
        }
        return new Facts(city, region.name(), region.country());
    }

    /** What stands before a country. */
    private static Facts within(List<String> rest, String country) {
        if (rest.isEmpty()) {
            return new Facts(null, null, country);
        }
        String last = rest.get(rest.size() - 1);
        City city = Cities.in(country, last);
        Region region = Regions.in(country, last);
        if (rest.size() == 1) {
            if (city != null) {
                return facts(city);
            }
            // The state or the city of Washington.
            boolean both = country.equals("US") && Names.folded(last).equals("washington");
            return region == null
                    ? new Facts(both ? null : cityName(last, country), null, country)
                    : new Facts(null, both ? null : region.name(), country);
        }
        if (region != null) {
            return within(rest.subList(0, rest.size() - 1), region);
        }
        Region before = rest.size() == 2 ? Regions.in(country, rest.get(0)) : null;
        if (before != null && Cities.in(country, rest.get(0)) == null) {
            return new Facts(cityName(last, country), before.name(), country);
        }
        City first = Cities.in(country, rest.get(0));
        if (rest.size() == 2 && (first != null || city == null)) {
            return first == null ? new Facts(cityName(rest.get(0), country), null, country) : facts(first);
        }
        return rest.size() == 2 && city != null && city.certain() ? facts(city) : new Facts(null, null, country);
    }

    /** The USA have more than one Newark. */
    private static Facts facts(City city) {
        boolean regionIsCertain = city.certain() || !city.country().equals("US");
        return new Facts(city.name(), regionIsCertain ? city.region() : null, city.country());
    }

    private static List<String> withoutAddress(List<String> parts) {
        return parts.stream().filter(part -> !ADDRESS.matcher(part).matches()).toList();
    }

    private static @Nullable String cityName(String part, String country) {
        String name = OFFICE.matcher(part).replaceAll("");
        City city = Cities.in(country, name);
        if (city != null) {
            return city.name();
        }
        boolean isName = name.equals(part)
                && NAME.matcher(name).matches()
                && (!NO_CITY.matcher(name).matches()
                        || CITY_AFTER_ALL.matcher(name).matches())
                && Countries.named(name) == null;
        return isName ? name : null;
    }

    private record Facts(@Nullable String city, @Nullable String region, String country) {}
}
