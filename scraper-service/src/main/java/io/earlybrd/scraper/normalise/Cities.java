package io.earlybrd.scraper.normalise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The cities that are known by their names alone, and those that tell what a code behind them is. All others are names. */
final class Cities {

    /**
     * A city.
     *
     * @param name as people know it
     * @param country ISO 3166-1 alpha-2
     * @param region name of the region; null where it does not matter
     * @param certain whether its bare name can mean no other
     */
    record City(String name, String country, @Nullable String region, boolean certain) {}

    private static final Map<String, List<City>> BY_NAME = new HashMap<>();

    static {
        for (String line : Names.lines("cities.txt")) {
            String[] sides = line.split(" = ");
            String country = sides[0].substring(0, 2);
            String region = sides[0].length() > 2 ? name(country, sides[0].substring(3)) : null;
            for (String entry : sides[1].split(", ")) {
                boolean certain = !entry.startsWith("~");
                String[] names = entry.substring(certain ? 0 : 1).split(" / ");
                for (String name : names) {
                    BY_NAME.computeIfAbsent(Names.folded(name), none -> new ArrayList<>())
                            .add(new City(names[0], country, region, certain));
                }
            }
        }
    }

    private Cities() {}

    /** The city that a bare name means; null if it is not certain. */
    static @Nullable City alone(String name) {
        return BY_NAME.getOrDefault(Names.folded(name), List.of()).stream()
                .filter(City::certain)
                .findFirst()
                .orElse(null);
    }

    /** A city of that name in a country. */
    static @Nullable City in(String country, String name) {
        return BY_NAME.getOrDefault(Names.folded(name), List.of()).stream()
                .filter(city -> city.country().equals(country))
                .findFirst()
                .orElse(null);
    }

    private static String name(String country, String code) {
        Regions.Region region = Regions.in(country, code);
        if (region == null) {
            throw new IllegalStateException("no region " + country + "-" + code);
        }
        return region.name();
    }
}
