package io.earlybrd.matcher.place;

import io.earlybrd.events.Place;
import io.earlybrd.matcher.text.TokenisedText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One place of a job, with its names made comparable. */
public final class JobPlace {

    private static final Set<String> SAYS_REMOTE =
            Set.of("remote", "anywhere", "worldwide", "distributed", "wfh", "telecommute", "homeoffice", "global");

    private static final List<List<String>> SAYS_REMOTE_IN_WORDS = List.of(
            List.of("home", "based"),
            List.of("home", "office"),
            List.of("work", "from", "home"),
            List.of("location", "independent"));

    /** Words that name no place. */
    private static final Set<String> VAGUE = Set.of(
            "multiple",
            "several",
            "various",
            "many",
            "all",
            "any",
            "location",
            "locations",
            "office",
            "offices",
            "flexible",
            "flex",
            "hybrid",
            "tbd",
            "unspecified",
            "virtual",
            "onsite",
            "on",
            "site",
            "home",
            "based",
            "work",
            "from",
            "in",
            "or",
            "and",
            "the",
            "fully",
            "first",
            "friendly",
            "optional",
            "only",
            "position",
            "independent",
            "n",
            "a",
            "100");

    /** {@code CA} in "San Francisco, CA" and in "Oakland, CA, US", but not in "Toronto, ON, CA". */
    private static final Pattern STATE = Pattern.compile("^[^,]{1,200},\\s*([A-Z]{2})\\b");

    private final List<TokenisedText> names;
    private final List<String> words;
    private final Set<String> codes;

    private JobPlace(List<TokenisedText> names, List<String> words, Set<String> codes) {
        this.names = names;
        this.words = words;
        this.codes = codes;
    }

    /** A place as a job states it. */
    public static JobPlace of(Place place) {
        List<TokenisedText> names = Stream.of(Optional.of(place.text()), place.city(), place.region())
                .flatMap(Optional::stream)
                .map(TokenisedText::of)
                .toList();
        List<String> words = PlaceNames.words(place.text());
        return new JobPlace(names, words, codesOf(place, words));
    }

    /** Whether the text says that one can work from elsewhere. */
    public boolean saysRemote() {
        return words.stream().anyMatch(SAYS_REMOTE::contains)
                || SAYS_REMOTE_IN_WORDS.stream()
                        .anyMatch(row -> names.get(0).find(row).isPresent());
    }

    /** Whether it names no place: "2 Locations", "Remote". */
    public boolean isVague() {
        return codes.isEmpty()
                && words.stream()
                        .allMatch(word -> VAGUE.contains(word)
                                || SAYS_REMOTE.contains(word)
                                || word.chars().allMatch(Character::isDigit));
    }

    /** Codes of the countries and states that it names. */
    Set<String> codes() {
        return codes;
    }

    boolean isNamed(List<String> name) {
        return names.stream().anyMatch(text -> text.find(name).isPresent());
    }

    private static Set<String> codesOf(Place place, List<String> words) {
        Optional<String> country = place.country().map(code -> code.toUpperCase(Locale.ROOT));
        Set<String> codes = new TreeSet<>();
        PlaceNames.codesIn(words).forEach(named -> codes.addAll(within(country, named)));
        place.region().ifPresent(region -> codes.addAll(within(country, PlaceNames.codesOf(PlaceNames.words(region)))));
        country.ifPresent(codes::add);
        if (country.isEmpty() || country.get().equals("US")) {
            state(place).ifPresent(state -> codes.add("US-" + state));
        }
        // Once the state is known, the country adds nothing.
        codes.removeIf(code -> codes.stream().anyMatch(other -> other.startsWith(code + "-")));
        return Set.copyOf(codes);
    }

    /** Of several places with one name, those in the country that the source says. */
    private static Set<String> within(Optional<String> country, Set<String> named) {
        Set<String> within = new TreeSet<>(named);
        country.ifPresent(code -> within.removeIf(name -> !name.equals(code) && !name.startsWith(code + "-")));
        return within.isEmpty() ? named : within;
    }

    private static Optional<String> state(Place place) {
        Matcher written = STATE.matcher(place.text());
        return place.region()
                .map(name -> name.toUpperCase(Locale.ROOT))
                .or(() -> written.find() ? Optional.of(written.group(1)) : Optional.empty())
                .filter(PlaceTables.US_STATES::containsKey);
    }
}
