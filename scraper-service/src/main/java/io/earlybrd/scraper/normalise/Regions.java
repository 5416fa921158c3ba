package io.earlybrd.scraper.normalise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** States, provinces and the like, by name and by the code that stands behind a city. */
final class Regions {

    /**
     * A region.
     *
     * @param country ISO 3166-1 alpha-2
     * @param code the second part of its ISO 3166-2 code
     */
    record Region(String country, String code, String name) {}

    /** Those whose codes are written without the country. */
    private static final Set<String> KNOWN_BY_CODE = Set.of("US", "CA");

    private static final Set<String> KNOWN_BY_CODE_TOO =
            Set.of("AU-NSW", "AU-VIC", "AU-QLD", "AU-TAS", "AU-ACT", "GB-ENG", "GB-SCT");

    /** Those whose names are used without the country. */
    private static final Set<String> KNOWN_BY_NAME = Set.of("US", "CA", "GB", "AU", "DE", "IN");

    /** They are cities, too, or there are two of them. */
    private static final Set<String> NOT_ALONE = Set.of(
            "georgia",
            "washington",
            "victoria",
            "quebec",
            "punjab",
            "delhi",
            "berlin",
            "hamburg",
            "bremen",
            "chandigarh",
            "northern territory",
            "goa",
            "ok",
            "or",
            "hi",
            "on");

    private static final Map<String, Region> BY_COUNTRY_AND_NAME = new HashMap<>();
    private static final Map<String, Region> BY_CODE = new HashMap<>();
    private static final Map<String, Region> BY_NAME = new HashMap<>();

    static {
        for (String line : Names.lines("regions.txt")) {
            String[] sides = line.split(" = ");
            String country = sides[0].substring(0, 2);
            List<String> names = new ArrayList<>(List.of(sides[1].split(", ")));
            Region region = new Region(country, sides[0].substring(3), names.get(0));
            if (KNOWN_BY_CODE.contains(country) || KNOWN_BY_CODE_TOO.contains(sides[0])) {
                BY_CODE.put(region.code(), region);
            }
            names.add(region.code());
            for (String name : names) {
                BY_COUNTRY_AND_NAME.put(country + Names.folded(name), region);
                if (KNOWN_BY_NAME.contains(country) && name.length() > 3) {
                    BY_NAME.putIfAbsent(Names.folded(name), region);
                }
            }
        }
    }

    private Regions() {}

    /** A region of a country, by name or code. */
    static @Nullable Region in(String country, String name) {
        return BY_COUNTRY_AND_NAME.get(country + Names.folded(name));
    }

    /** A region that is known by its code: {@code "TX"}, {@code "D.C."}. */
    static @Nullable Region byCode(String code) {
        return BY_CODE.get(code.replace(".", ""));
    }

    /** A region that is known by its name where a city stands before it. */
    static @Nullable Region byName(String name) {
        return BY_NAME.get(Names.folded(name));
    }

    /** A region that is known by its code or name though nothing else is said. */
    static @Nullable Region alone(String text) {
        if (NOT_ALONE.contains(Names.folded(text))) {
            return null;
        }
        Region region = byCode(text);
        return region == null ? byName(text) : region;
    }
}
