package io.earlybrd.matcher.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.events.AlertFilters;
import io.earlybrd.events.AlertSaved;
import io.earlybrd.matcher.match.Criteria;
import io.earlybrd.matcher.match.InvalidFilters;
import io.earlybrd.matcher.query.InvalidQuery;
import io.earlybrd.matcher.query.PlainQuery;
import io.earlybrd.matcher.testing.Wish;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.StampedLock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is put together from pieces is what is written of the whole, or refused for the same reason; the seed is in every failure. */
@Tag("M1")
@Tag("M2")
class ProgramMemoTest {

    /** So many of the first pieces are plain words. */
    private static final int PLAIN = 9;

    private static final List<String> PIECES = List.of(
            "a",
            "rust",
            "Rust",
            "front-end",
            "nodejs",
            "C++",
            "ci/cd",
            "go",
            "go-to-market",
            "done.",
            ".NET",
            "R&D",
            ".net",
            "..x",
            "a&",
            "a&&b",
            "\".net x\"",
            "\"a  b\"",
            "OR",
            "or",
            "AND",
            "and",
            "NOT",
            "not",
            "for",
            "OR-",
            "NOT.",
            " ",
            "  ",
            "(",
            ")",
            "-",
            "\"",
            "'",
            "*",
            ":",
            ",",
            "&&",
            "é",
            "title:",
            "title :",
            "company:",
            "foo:",
            "\"data engineer\"",
            "\"go to market\"",
            "\"\"",
            "(a OR b)",
            "(go OR go)",
            "-(a OR \"b c\")",
            "title:\"x y\"");

    private final ProgramWriter writer = new ProgramWriter(new Vocabulary(), new ConditionTable(), new StampedLock());
    private final ProgramMemo memo = new ProgramMemo(writer);

    @Test
    void alert_hasTheProgramOfTheWhole() {
        RandomAlerts alerts =
                new RandomAlerts(new Random(3), List.of("rust", "java", "go", "node.js", "k8s", "kubernetes", "C++"));
        for (int i = 0; i < 5_000; i++) {
            AlertSaved alert = alerts.next();
            String program = ofPieces(alert.query(), alert.filters());
            assertThat(program)
                    .as("alert %d: %s %s", i, alert.query(), alert.filters())
                    .isEqualTo(ofTheWhole(alert.query(), alert.filters()));
        }
    }

    @Test
    void words_haveTheProgramOfTheWholeOrAreRefusedLikeIt() {
        Random random = new Random(5);
        int plain = 0;
        for (int i = 0; i < 50_000; i++) {
            String words = words(random);
            plain += isPlain(words) ? 1 : 0;
            String program = ofPieces(words, AlertFilters.NONE);
            if (!program.equals(ofTheWhole(words, AlertFilters.NONE))) {
                throw new AssertionError("query " + i + ": " + words + " is read as " + program);
            }
        }
        assertThat(plain).isGreaterThan(5_000);
    }

    @Test
    void filters_areThoseOfTheAlert() {
        List.of(
                        Wish.of("rust").in("Berlin", "Paris or Lyon", "berlin").remote(AlertFilters.REMOTE_NO),
                        Wish.of("rust").in("Berlin").remote(AlertFilters.REMOTE_ONLY),
                        Wish.of("rust").onlyAt("Acme", "ACME GmbH", "Initech").notAt("Initech", "INITECH", "Umbrella"),
                        Wish.of("rust").from(50_000, "EUR", "year", true).employmentTypes("full-time", "contract"),
                        Wish.of("rust").from(50_000, "EUR", "year", true, false).seniorities("senior", "lead"),
                        Wish.of("rust").employersOnly().withReposts().withAliases(),
                        Wish.of("").in("Berlin"),
                        Wish.of(" ").onlyAt("Acme").in("Berlin"),
                        Wish.of("rust").in(" , "),
                        Wish.of("rust").remote("perhaps"),
                        Wish.of("rust").remote(null).in("?"),
                        Wish.of("rust").from(50_000, "EUR", "decade", true),
                        Wish.of("rust").from(50_000, "euros", "year", true))
                .forEach(wish -> assertThat(ofPieces(wish.saved().query(), wish.filters()))
                        .isEqualTo(ofTheWhole(wish.saved().query(), wish.filters())));
    }

    private static String words(Random random) {
        StringBuilder words = new StringBuilder();
        for (int count = 1 + random.nextInt(8); count > 0; count--) {
            words.append(PIECES.get(random.nextInt(random.nextBoolean() ? PLAIN : PIECES.size())));
            words.append(random.nextInt(5) > 0 ? " " : "");
        }
        return words.toString();
    }

    private static boolean isPlain(String words) {
        PlainQuery query = new PlainQuery(words, 1);
        while (query.next()) {
            assertThat(query.term().rows()).isNotEmpty();
        }
        return query.isPlain();
    }

    private String ofPieces(String words, AlertFilters filters) {
        try {
            return Arrays.toString(memo.write(words, filters));
        } catch (InvalidQuery refused) {
            return refused + " " + refused.column();
        } catch (InvalidFilters refused) {
            return refused.toString();
        }
    }

    private String ofTheWhole(String words, AlertFilters filters) {
        try {
            return Arrays.toString(writer.write(Criteria.of(words, filters)));
        } catch (InvalidQuery refused) {
            return refused + " " + refused.column();
        } catch (InvalidFilters refused) {
            return refused.toString();
        }
    }
}
