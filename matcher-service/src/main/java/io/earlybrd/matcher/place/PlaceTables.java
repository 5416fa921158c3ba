package io.earlybrd.matcher.place;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What job ads call countries and states, besides the English names that the JDK knows. */
final class PlaceTables {

    /** More names of countries by code: their own, and short ones. */
    static final Map<String, List<String>> COUNTRIES = parse("""
            AE=UAE, Emirates
            AR=República Argentina
            AT=Österreich, Autriche
            BE=België, Belgique, Belgien
            BR=Brasil
            CA=Kanada
            CH=Schweiz, Suisse, Svizzera
            CZ=Czech Republic, Česko, Tschechien
            DE=Deutschland, Allemagne, Alemania
            DK=Danmark
            EE=Eesti
            ES=España, Spanien, Espagne
            FI=Suomi, Finnland
            FR=Frankreich, Francia
            GB=UK, Great Britain, Britain, England, Scotland, Wales, Northern Ireland, Royaume-Uni
            GR=Hellas, Griechenland
            HK=Hong Kong
            HR=Hrvatska, Kroatien
            HU=Magyarország, Ungarn
            IE=Republic of Ireland, Éire, Irland
            IN=Bharat, Indien
            IT=Italia, Italien, Italie
            JP=Nippon
            KR=Korea, Republic of Korea
            LT=Lietuva
            LV=Latvija
            MX=México
            NL=Holland, The Netherlands, Nederland, Niederlande, Pays-Bas
            NO=Norge, Norwegen
            PL=Polska, Polen
            PT=Portugalia
            RO=România, Rumänien
            RS=Srbija
            SE=Sverige, Schweden
            SI=Slovenija
            SK=Slovensko
            TR=Turkey, Türkiye, Türkei
            UA=Ukraina
            US=US, USA, America, United States of America, Vereinigte Staaten, États-Unis
            VN=Viet Nam
            """);

    /** Names of the states of the USA by their two letters. */
    static final Map<String, List<String>> US_STATES = parse("""
            AL=Alabama
            AK=Alaska
            AZ=Arizona
            AR=Arkansas
            CA=California
            CO=Colorado
            CT=Connecticut
            DC=District of Columbia, Washington DC, Washington D.C., Washington
            DE=Delaware
            FL=Florida
            GA=Georgia
            HI=Hawaii
            IA=Iowa
            ID=Idaho
            IL=Illinois
            IN=Indiana
            KS=Kansas
            KY=Kentucky
            LA=Louisiana
            MA=Massachusetts
            MD=Maryland
            ME=Maine
            MI=Michigan
            MN=Minnesota
            MO=Missouri
            MS=Mississippi
            MT=Montana
            NC=North Carolina
            ND=North Dakota
            NE=Nebraska
            NH=New Hampshire
            NJ=New Jersey
            NM=New Mexico
            NV=Nevada
            NY=New York
            OH=Ohio
            OK=Oklahoma
            OR=Oregon
            PA=Pennsylvania
            RI=Rhode Island
            SC=South Carolina
            SD=South Dakota
            TN=Tennessee
            TX=Texas
            UT=Utah
            VA=Virginia
            VT=Vermont
            WA=Washington
            WI=Wisconsin
            WV=West Virginia
            WY=Wyoming
            """);

    /** Countries of each group by its name. */
    static final Map<String, List<String>> GROUPS = groups();

    private PlaceTables() {}

    private static Map<String, List<String>> groups() {
        String union = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK";
        String europe = union + " AD AL BA CH GB IS LI MC MD ME MK NO RS SM UA VA";
        return Map.ofEntries(
                group("DACH", "DE AT CH"),
                group("Benelux", "BE NL LU"),
                group("Nordics", "DK FI IS NO SE"),
                group("Scandinavia", "DK NO SE"),
                group("EU", union),
                group("European Union", union),
                group("Europe", europe),
                group("EMEA", europe + " AE BH EG IL JO KE KW LB MA NG OM QA SA TN ZA"),
                group("North America", "US CA MX"),
                group("LATAM", "AR BO BR CL CO CR CU DO EC GT HN MX NI PA PE PR PY SV UY VE"));
    }

    private static Map.Entry<String, List<String>> group(String name, String countries) {
        return Map.entry(name, List.of(countries.split(" ")));
    }

    private static Map<String, List<String>> parse(String table) {
        Map<String, List<String>> names = new HashMap<>();
        table.lines().forEach(line -> {
            String[] entry = line.split("=");
            names.put(
                    entry[0], Stream.of(entry[1].split(",")).map(String::strip).toList());
        });
        return Map.copyOf(names);
    }
}
