package io.earlybrd.matcher.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.earlybrd.events.EventJson;
import io.earlybrd.events.JobPosted;
import io.earlybrd.matcher.testing.RecordedJobs;
import io.earlybrd.testkit.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cutting a text in one pass gives exactly the tokens that the rules give word by word. The seed is in every failure. */
@Tag("M3")
class CutterTest {

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @Test
    void randomTexts_areCutByTheRules() {
        // Given
        NastyTexts texts = new NastyTexts(random);

        for (int i = 0; i < 20_000; i++) {
            assertCutByTheRules(texts.next());
        }
    }

    @Test
    void everyCodePoint_isCutByTheRules() {
        for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
            String character = Character.toString(codePoint);
            assertCutByTheRules(character + " a" + character + "b-" + character + "js " + character + "'s");
        }
    }

    @Test
    void everyPairOfLatinCharacters_isCutByTheRules() {
        for (char first = 0; first < 0x180; first++) {
            StringBuilder pairs = new StringBuilder();
            for (char second = 0; second < 0x180; second++) {
                pairs.append(" c" + first + second + "go");
            }
            assertCutByTheRules(pairs.toString());
        }
    }

    /** Whatever is looked at together, each word and each tie is once at its end, and some words are longer than it. */
    @Test
    void wordsOfEveryLengthAtEveryPlace_areCutByTheRules() {
        for (int place = 0; place < 70; place++) {
            for (int length = 1; length < 140; length++) {
                String word = ".".repeat(place) + " " + "x".repeat(length);
                assertCutByTheRules(word + "-go to. C# node.js");
                assertCutByTheRules(word + "ж\u2019s \u2022 frontend");
            }
        }
    }

    @Test
    void realPostings_areCutByTheRules() {
        for (JobPosted job : RecordedJobs.ofBoards()) {
            assertCutByTheRules(job.title());
            assertCutByTheRules(job.description());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"open-jobs-data", "nyc-open-data-jobs", "stapply-ai-companies", "tech-salary-radar"})
    void realTitlesEmployersAndPlaces_areCutByTheRules(String corpus) {
        for (JobPosted job : RecordedJobs.ofCorpus(corpus, 3)) {
            assertCutByTheRules(job.title());
            assertCutByTheRules(job.company());
            job.places().forEach(place -> assertCutByTheRules(place.text()));
        }
    }

    @Test
    void hostileTexts_areCutByTheRules() throws IOException {
        for (JsonNode text : EventJson.mapper()
                .readTree(SharedData.path("trust/text/blns.half.json").toFile())) {
            assertCutByTheRules(text.asText());
        }
        for (String line : Files.readAllLines(SharedData.path("trust/text/hostile_postings.jsonl"))) {
            EventJson.mapper().readTree(line).path("posting").forEach(text -> assertCutByTheRules(text.asText()));
        }
    }

    @Test
    void rowsOfTerms_areFoundWhereSearchingFromTheFirstTokenFindsThem() {
        // Given
        NastyTexts texts = new NastyTexts(random);

        for (int i = 0; i < 10_000; i++) {
            String text = texts.next();
            TokenisedText tokenised = TokenisedText.of(text);
            List<Token> tokens = Tokeniser.tokens(text);
            List<String> row = randomRow(tokens);

            // Then
            assertThat(tokenised.find(Terms.row(row)))
                    .as("seed %s: %s in: %s", seed, row, text)
                    .isEqualTo(PlainSearch.find(tokens, row));
        }
    }

    /** Mostly terms that follow each other in the text, so that it is often found. */
    private List<String> randomRow(List<Token> tokens) {
        List<String> row = new ArrayList<>();
        int at = random.nextInt(tokens.size() + 1);
        do {
            row.add(at < tokens.size() ? tokens.get(at).term() : "java");
            at += random.nextInt(8) == 0 ? 2 : 1;
        } while (random.nextInt(3) > 0);
        return row;
    }

    private void assertCutByTheRules(String text) {
        List<Token> expected = Tokeniser.tokens(text);
        Tokens tokens = Cutter.cut(text);
        boolean same = tokens.size() == expected.size();
        for (int i = 0; same && i < tokens.size(); i++) {
            Token token = expected.get(i);
            same = tokens.term(i) == Terms.hash(token.term())
                    && tokens.position(i) == token.position()
                    && tokens.start(i) == token.start()
                    && tokens.end(i) == token.end()
                    && tokens.kind(i) == token.kind();
        }
        assertThat(same).as("seed %s: %s is cut into %s", seed, text, expected).isTrue();
    }
}
