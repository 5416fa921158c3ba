package io.earlybrd.scraper.provider.remoteok;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earlybrd.events.Attribution;
import io.earlybrd.events.Place;
import io.earlybrd.events.Salary;
import io.earlybrd.scraper.normalise.Workplace;
import io.earlybrd.scraper.provider.Adapter.Coverage;
import io.earlybrd.scraper.provider.Board;
import io.earlybrd.scraper.provider.InvalidBoard;
import io.earlybrd.scraper.provider.Posting;
import io.earlybrd.scraper.testing.Fixture;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("S1")
class RemoteOkAdapterTest {

    private static final Board BOARD = new Board("all", null);

    private final RemoteOkAdapter adapter = new RemoteOkAdapter(URI.create("https://remoteok.example"));

    @Test
    void termsInFrontOfTheList_areNoJob() throws IOException {
        assertThat(jobs()).extracting(Posting::externalId).containsExactly("900001", "900002");
    }

    @Test
    void job_isReadAsItWasMeant() throws IOException {
        Posting job = jobs().get(0);

        assertThat(job.title()).isEqualTo("Pipe Fitter — Nights");
        assertThat(job.company()).isEqualTo("Tidewater & Sons");
        assertThat(job.places()).extracting(Place::text).containsExactly("South Haven");
        assertThat(job.workplace()).isEqualTo(Workplace.REMOTE);
        assertThat(job.salary()).as("zero is unknown").isNull();
        assertThat(job.description())
                .as("without the trap, which changes each time")
                .isEqualTo("Fit pipes.\n\nWe’re hiring.");
        assertThat(job.postedAt()).isEqualTo(Instant.parse("2026-08-03T06:37:28Z"));
    }

    @Test
    void jobWithPay_hasItForAYear() throws IOException {
        assertThat(jobs().get(1).salary())
                .isEqualTo(new Salary(Optional.of(6_000_000L), Optional.of(9_000_000L), "USD", "year"));
    }

    @Test
    void eachJob_namesRemoteOkAndLinksThere() throws IOException {
        assertThat(jobs())
                .extracting(Posting::attribution)
                .containsExactly(
                        new Attribution("Remote OK", URI.create("https://remoteOK.com/remote-jobs/900001")),
                        new Attribution("Remote OK", URI.create("https://remoteOK.com/remote-jobs/900002")));
    }

    @ParameterizedTest
    @CsvSource({
        "â\u0080\u0094, —",
        "CafÃ©, Café",
        "Ã\u0085land – Ã…, Åland – Ã…",
        "Düsseldorf, Düsseldorf",
        "Ñandú Â½ – x, Ñandú Â½ – x",
        "ð\u009f\u009a\u0080 go, 🚀 go"
    })
    void textThatWasTakenForLatin1_isRepairedOnlyWhereThatIsCertain(String received, String meant) {
        assertThat(Mojibake.repaired(received)).isEqualTo(meant);
    }

    @Test
    void list_hasOneNameAndShowsTheNewest() {
        assertThat(adapter.boardName(" All ")).isEqualTo("all");
        assertThatThrownBy(() -> adapter.boardName("design"))
                .isInstanceOf(InvalidBoard.class)
                .hasMessageContaining("\"all\"");
        assertThat(adapter.coverage()).isEqualTo(Coverage.NEWEST_JOBS);
        assertThat(adapter.request(BOARD).uri()).isEqualTo(URI.create("https://remoteok.example/api"));
    }

    private List<Posting> jobs() throws IOException {
        return adapter.read(BOARD, Fixture.answer(Fixture.text("remoteok.json")))
                .postings();
    }
}
