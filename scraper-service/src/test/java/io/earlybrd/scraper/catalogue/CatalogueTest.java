package io.earlybrd.scraper.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.scraper.catalogue.Catalogue.Entry;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("S18")
class CatalogueTest {

    private final List<Entry> entries = Catalogue.entries();

    @Test
    void entries_areAFewHundredBoardsOfManyProviders() {
        assertThat(entries).hasSizeBetween(300, 1_000);
        assertThat(entries)
                .extracting(Entry::provider)
                .contains("greenhouse", "lever", "ashby", "workable", "recruitee");
    }

    @Test
    void entries_areSortedAndNamedOnce() {
        assertThat(entries)
                .isSortedAccordingTo(Comparator.comparing(Entry::provider)
                        .thenComparing(entry -> entry.board().toLowerCase(Locale.ROOT)));
        assertThat(entries)
                .extracting(entry -> entry.provider() + "/" + entry.board().toLowerCase(Locale.ROOT))
                .doesNotHaveDuplicates();
    }

    @Test
    void entries_nameBoardAndEmployer() {
        assertThat(entries).allSatisfy(entry -> {
            assertThat(entry.board()).matches("[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9_-]+)?");
            assertThat(entry.company()).isNotBlank().isEqualTo(entry.company().strip());
        });
    }
}
