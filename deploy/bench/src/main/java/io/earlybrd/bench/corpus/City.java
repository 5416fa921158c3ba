package io.earlybrd.bench.corpus;

import io.earlybrd.events.Place;
import java.util.List;
import java.util.Optional;

/**
 * A city that has jobs.
 *
 * @param weight how many, compared with other cities
 * @param region empty where job ads give none
 */
record City(double weight, String name, Optional<String> region, String country) {

    static List<City> all() {
        return Table.read("places.txt").stream()
                .map(row -> new City(
                        Double.parseDouble(row.get(0)),
                        row.get(1),
                        Optional.of(row.get(2)).filter(region -> !region.isEmpty()),
                        row.get(3)))
                .toList();
    }

    /** As a board states it that has a field for each part. */
    Place place() {
        String text = name + region.map(part -> ", " + part).orElse("") + ", " + country;
        return new Place(text, Optional.of(name), region, Optional.of(country));
    }
}
