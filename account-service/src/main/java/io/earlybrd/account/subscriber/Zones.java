package io.earlybrd.account.subscriber;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The IANA zones that a person may choose from, by continent. */
public final class Zones {

    private static final Pattern PLACE =
            Pattern.compile("(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+");

    private static final Map<String, List<String>> BY_CONTINENT = ZoneId.getAvailableZoneIds().stream()
            .filter(id -> PLACE.matcher(id).matches())
            .sorted()
            .collect(Collectors.groupingBy(id -> id.substring(0, id.indexOf('/')), TreeMap::new, Collectors.toList()));

    private Zones() {}

    /** All of them, continents and zones in alphabetical order. */
    public static Map<String, List<String>> byContinent() {
        return BY_CONTINENT;
    }

    /** The zone of this name, if it is one of them or UTC. */
    public static Optional<ZoneId> named(String id) {
        boolean known = id.equals("UTC")
                || PLACE.matcher(id).matches() && ZoneId.getAvailableZoneIds().contains(id);
        return known ? Optional.of(ZoneId.of(id)) : Optional.empty();
    }
}
