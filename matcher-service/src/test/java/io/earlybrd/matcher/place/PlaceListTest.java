package io.earlybrd.matcher.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which lines are one place, and which are several. */
@Tag("M6")
class PlaceListTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "New York, NY",
                "New York, New York",
                "Cambridge, MA",
                "cambridge, ma",
                "Berlin, Germany",
                "Berlin, DE",
                "Toronto, ON, CA",
                "Toronto, Ontario, Canada",
                "Portland, Oregon",
                "Paris, TX",
                "Ontario, California",
                "Washington, DC",
                "Bavaria, Germany",
                "Remote, Germany",
                "Remote, US",
                "Frankfurt/Main",
                "St. Louis, MO",
                "Portland OR",
                "Remote, except California",
                "USA (except California, Texas)",
                // A town that we do not know is not the whole state, and not all of its names.
                "Cambridge, NY",
                "cambridge, ny",
                "Malvern, UK",
                "Kleinkleckersdorf, Germany",
                "Berlin, Kleinkleckersdorf",
            })
    void place_isOne(String line) {
        assertThat(PlaceList.read(line)).extracting(PlaceWish::text).containsExactly(line);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    Berlin, Hamburg, Remote in Germany          | Berlin; Hamburg; Remote in Germany
                    Berlin,Hamburg                              | Berlin; Hamburg
                    Berlin, Germany, Hamburg, Germany           | Berlin, Germany; Hamburg, Germany
                    Munich, Cologne, Germany                    | Munich; Cologne, Germany
                    New York, NY, San Francisco, CA             | New York, NY; San Francisco, CA
                    New York, Boston, MA, Remote                | New York; Boston, MA; Remote
                    Cambridge, NY, Boston, MA                   | Cambridge, NY; Boston, MA
                    Germany, Berlin                             | Germany; Berlin
                    Germany, Bavaria                            | Germany; Bavaria
                    Berlin, France, Spain                       | Berlin; France; Spain
                    Germany, UK, US                             | Germany; UK; US
                    Berlin, Remote                              | Berlin; Remote
                    Remote, Berlin, Hamburg                     | Remote; Berlin; Hamburg
                    Berlin, Remote, Germany                     | Berlin; Remote, Germany
                    Berlin / Hamburg                            | Berlin; Hamburg
                    Berlin or remote                            | Berlin; remote
                    London; Paris, , Rome,                      | London; Paris; Rome
                    Georgia, Florida, Texas                     | Georgia; Florida; Texas
                    London, Ontario, Toronto, Ontario           | London, Ontario; Toronto, Ontario
                    Austria, Germany, Switzerland               | Austria; Germany; Switzerland
                    DACH, Paris                                 | DACH; Paris
                    "Berlin | Hamburg"                          | Berlin; Hamburg
                    """)
    void placesSideBySide_areOneEach(String line, String places) {
        assertThat(PlaceList.read(line)).extracting(PlaceWish::text).containsExactly(places.split("; "));
    }

    @Test
    void lineWithoutAName_isNone() {
        assertThatThrownBy(() -> PlaceList.read(" , ")).isInstanceOf(IllegalArgumentException.class);
    }
}
