package io.earlybrd.account.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("S18")
class SuggestionTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            Tallship, tallship-lines,                      Tallship
            ,         tallship-lines,                      tallship-lines
            ,         https://careers.example/jobs.rss,    careers.example
            ,         all,                                 careers.example
            ,         ,                                    careers.example
            """)
    void suggestion_isNamedByItsEmployerOrElseByItsSite(String company, String board, String name) {
        Suggestion suggestion = new Suggestion(
                UUID.randomUUID(),
                Optional.empty(),
                URI.create("https://careers.example/jobs"),
                Optional.ofNullable(board).map(found -> "greenhouse"),
                Optional.ofNullable(board),
                Optional.ofNullable(company),
                "waiting",
                Optional.empty(),
                Instant.EPOCH,
                Optional.empty(),
                List.of());

        assertThat(suggestion.employer()).isEqualTo(name);
    }
}
