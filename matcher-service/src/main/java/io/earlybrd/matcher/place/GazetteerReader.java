package io.earlybrd.matcher.place;

import io.earlybrd.matcher.place.Gazetteer.Areas;
import io.earlybrd.matcher.place.Gazetteer.Cities;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** Reads the gazetteer from the tables in {@code /places}; their first lines say how they are written. */
final class GazetteerReader {

    private static final String FOLDER = "/places/";

    /** A city that bears the name of its region, as New York does, is meant rather than the region from so many inhabitants on. */
    private static final int OUTSHINES_REGION_THOUSANDS = 1_000;

    private static final short BRIGHTEST_THOUSANDS = 12_500;

    /** In job ads AI is not the island. */
    private static final String ANGUILLA = "AI";

    /** Used everywhere, though ISO 3166 does not list it. */
    private static final String KOSOVO = "XK";

    /** Codes of states that are as likely a country. */
    private static final Set<String> RATHER_COUNTRY = Set.of("US-DE", "US-IN");

    private final int cityCount;
    private final List<Area> areas = new ArrayList<>();
    /** Those of the areas that have members. */
    private final List<Area> groups = new ArrayList<>();

    private final Map<String, Integer> areaByCode = new HashMap<>();
    /** By country and GeoNames' division. */
    private final Map<String, Integer> regionByDivision = new HashMap<>();

    private final Set<Long> reserved = new HashSet<>();
    private final Map<Long, List<String>> moreNames = new HashMap<>();
    private long[] names = new long[1 << 16];
    private int[] places = new int[1 << 16];
    private int nameCount;

    private GazetteerReader(int cityCount) {
        this.cityCount = cityCount;
    }

    static Gazetteer read() {
        List<String> lines = lines("cities.tsv.gz");
        return new GazetteerReader(lines.size()).read(lines);
    }

    private Gazetteer read(List<String> cityLines) {
        words();
        countries();
        lines("regions.txt").forEach(this::region);
        lines("groups.txt").forEach(this::group);
        int firstMetro = areas.size();
        lines("metros.txt").forEach(this::metro);
        lines("cities.txt").forEach(this::moreNames);
        Cities cities = cities(cityLines);
        return new Gazetteer(cities, areas(firstMetro), new Gazetteer.Names(names, places, nameCount));
    }

    private void words() {
        Map<String, Integer> readings = Map.of(
                "remote", Gazetteer.REMOTE,
                "anywhere", Gazetteer.ANYWHERE,
                "except", Gazetteer.EXCEPT,
                "only", Gazetteer.ONLY,
                "and", Gazetteer.AND,
                "nothing", Gazetteer.NOTHING);
        for (String line : lines("words.txt")) {
            String[] sides = line.split(" = ");
            for (String word : sides[1].split(",")) {
                long name = PlaceWords.name(word);
                reserved.add(name);
                add(name, readings.get(sides[0]));
            }
        }
    }

    private void countries() {
        Set<String> codes = new HashSet<>(Set.of(Locale.getISOCountries()));
        codes.add(KOSOVO);
        for (String code : codes.stream().sorted().toList()) {
            Locale country = new Locale.Builder().setRegion(code).build();
            String name = country.getDisplayCountry(Locale.ENGLISH);
            int place = area(code, Areas.COUNTRY, name);
            addName(name, place);
            addName(name.replaceAll("\\(.*\\)", ""), place);
            if (!code.equals(ANGUILLA)) {
                add(Gazetteer.code(PlaceWords.name(code)), place);
            }
            if (!code.equals(KOSOVO)) {
                add(Gazetteer.code(PlaceWords.name(country.getISO3Country())), place);
            }
        }
        for (String line : lines("countries.txt")) {
            String[] sides = line.split(" = ");
            addNames(sides[1], areaByCode.get(sides[0]));
        }
    }

    private void region(String line) {
        String[] sides = line.split(" = ");
        String[] codes = sides[0].split(" ");
        String country = codes[0].substring(0, 2);
        String code = codes[0].substring(3);
        int place = area(codes[0], Areas.REGION, first(sides[1]));
        areas.get(place - cityCount).within.add(areaByCode.get(country));
        regionByDivision.put(country + "." + codes[1], place);
        // DC is the city.
        if (code.length() > 1 && Character.isLetter(code.charAt(0)) && !code.equals("DC")) {
            add(Gazetteer.code(PlaceWords.name(code)), place);
        }
        addNames(sides[1], place);
    }

    private void group(String line) {
        String[] sides = line.split(" = ");
        boolean hours = sides[0].startsWith("~");
        String all = hours ? sides[0].substring(1) : sides[0];
        int place = area(first(all), hours ? Areas.HOURS : Areas.GROUP, first(all));
        addNames(all, place);
        Set<Integer> members = new HashSet<>();
        for (String member : sides[1].split(" ")) {
            int one = areaByCode.get(member);
            Area area = areas.get(one - cityCount);
            members.addAll(area.kind == Areas.GROUP ? area.members : List.of(one));
        }
        Area group = areas.get(place - cityCount);
        group.members.addAll(members.stream().sorted().toList());
        groups.add(group);
    }

    private void metro(String line) {
        String[] sides = line.split(" = ");
        int place = area(first(sides[0]), Areas.METRO, first(sides[0]));
        addNames(sides[0], place);
        areas.get(place - cityCount).within.add(areaByCode.get(sides[1].substring(0, sides[1].indexOf(';'))));
    }

    private void moreNames(String line) {
        String[] sides = line.split(" = ");
        String country = sides[0].substring(0, 2);
        moreNames.put(key(country, PlaceWords.name(sides[0].substring(3))), List.of(sides[1].split(",")));
    }

    private Cities cities(List<String> lines) {
        Cities cities = new Cities(new short[cityCount], new byte[cityCount], new int[cityCount], new short[cityCount]);
        for (int place = 0; place < cityCount; place++) {
            String[] fields = lines.get(place).split("\t", -1);
            int base = regionByDivision.getOrDefault(fields[1] + "." + fields[2], areaByCode.get(fields[1]));
            cities.base()[place] = (short) (base - cityCount);
            cities.thousands()[place] = (short) Math.min(Short.parseShort(fields[3]), Short.MAX_VALUE);
            cities.metro()[place] = fields[4].isEmpty() ? 0 : Byte.parseByte(fields[4]);
            cities.partOf()[place] = fields[5].isEmpty() ? -1 : Integer.parseInt(fields[5]);
            for (String name : fields[0].split("\\|")) {
                city(name, fields[1], place, cities);
            }
        }
        return cities;
    }

    private void city(String text, String country, int place, Cities cities) {
        long name = PlaceWords.name(text);
        // The largest bearer comes first and takes the other names along.
        List<String> more = moreNames.remove(key(country, name));
        if (more != null) {
            more.forEach(other -> {
                outshine(PlaceWords.name(other), place, cities);
                addName(other, place);
            });
        }
        // "Singapore" is the country, and "of" no town.
        if (!reserved.contains(name) && !isNameOf(name, areaByCode.get(country))) {
            outshine(name, place, cities);
            add(name, place);
        }
    }

    private void outshine(long name, int place, Cities cities) {
        int region = cityCount + cities.base()[place];
        if (cities.thousands()[place] >= OUTSHINES_REGION_THOUSANDS && isNameOf(name, region)) {
            cities.thousands()[place] = BRIGHTEST_THOUSANDS;
        }
    }

    private boolean isNameOf(long name, int place) {
        return areas.get(place - cityCount).names.contains(name);
    }

    private Areas areas(int firstMetro) {
        int count = areas.size();
        Areas packed = new Areas(
                new byte[count],
                new String[count],
                new int[count][],
                new int[count][],
                new int[count],
                new int[count],
                firstMetro);
        for (int i = 0; i < count; i++) {
            Area area = areas.get(i);
            packed.kind()[i] = area.kind;
            packed.name()[i] = area.name;
            packed.around()[i] = around(area);
            packed.members()[i] =
                    area.members.stream().mapToInt(Integer::intValue).toArray();
            packed.codeWeight()[i] = codeWeight(area);
            packed.country()[i] = countryOf(area);
        }
        return packed;
    }

    private int[] around(Area area) {
        Ids around = new Ids();
        around.add(area.place);
        for (int outer : area.within) {
            around.addAll(around(areas.get(outer - cityCount)));
        }
        List<Integer> countries = area.kind == Areas.COUNTRY ? List.of(area.place) : area.members;
        for (Area group : groups) {
            if (group != area && !countries.isEmpty() && group.members.containsAll(countries)) {
                around.add(group.place);
            }
        }
        return around.sorted();
    }

    private int countryOf(Area area) {
        Area at = area;
        while (at.kind != Areas.COUNTRY && !at.within.isEmpty()) {
            at = areas.get(at.within.get(0) - cityCount);
        }
        return at.place;
    }

    private static int codeWeight(Area area) {
        if (area.kind != Areas.REGION) {
            return Gazetteer.AREA_WEIGHT;
        }
        if (!area.code.startsWith("US-")) {
            return Gazetteer.AREA_WEIGHT / 2;
        }
        return RATHER_COUNTRY.contains(area.code) ? Gazetteer.AREA_WEIGHT : 2 * Gazetteer.AREA_WEIGHT;
    }

    private static String first(String names) {
        return names.split(",")[0];
    }

    private int area(String code, byte kind, String name) {
        int place = cityCount + areas.size();
        areas.add(new Area(place, code, kind, name, new ArrayList<>(), new ArrayList<>(), new HashSet<>()));
        areaByCode.put(code, place);
        return place;
    }

    private void addNames(String list, int place) {
        for (String name : list.split(",")) {
            addName(name.strip(), place);
        }
    }

    private void addName(String text, int place) {
        long name = PlaceWords.name(text);
        if (name == 0) {
            return;
        }
        // NA, SEA and LA are codes: in small letters they are words.
        boolean code = text.strip().matches("\\p{Lu}{1,3}");
        if (place >= cityCount && !code) {
            areas.get(place - cityCount).names.add(name);
        }
        add(code ? Gazetteer.code(name) : name, place);
    }

    private void add(long name, int place) {
        if (nameCount == names.length) {
            names = Arrays.copyOf(names, nameCount * 2);
            places = Arrays.copyOf(places, nameCount * 2);
        }
        names[nameCount] = name;
        places[nameCount++] = place;
    }

    private static long key(String country, long name) {
        return PlaceWords.append(PlaceWords.name(country), name);
    }

    /** The lines of a table that are no remarks. */
    private static List<String> lines(String table) {
        try (InputStream file = GazetteerReader.class.getResourceAsStream(FOLDER + table);
                InputStream plain = table.endsWith(".gz") ? new GZIPInputStream(file) : file;
                BufferedReader reader = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Area(
            int place,
            String code,
            byte kind,
            String name,
            List<Integer> within,
            List<Integer> members,
            Set<Long> names) {}
}
