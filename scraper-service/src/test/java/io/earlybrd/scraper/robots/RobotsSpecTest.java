package io.earlybrd.scraper.robots;

import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.scraper.fetch.WebUrl;
import io.earlybrd.testkit.SharedData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Google's published expectations for robots.txt, against the parser that we use. */
@Tag("S4")
class RobotsSpecTest {

    private static final WebUrl FILE = WebUrl.parse("https://site.example/robots.txt");
    private static final Pattern FIELD = Pattern.compile(
            "(robotstxt|testurl|useragent|expected_outcome):\\s*((?:\"(?:[^\"\\\\]++|\\\\.)*+\"\\s*)++|\\w+)");
    private static final Pattern STRING = Pattern.compile("\"((?:[^\"\\\\]++|\\\\.)*+)\"");
    private static final Pattern ESCAPE = Pattern.compile("\\\\([0-7]{1,3}|x[0-9a-fA-F]{1,2}|.)");

    /** Expected otherwise than RFC 9309, 2.2.2 has it: "The /robots.txt URI is implicitly allowed", whatever the file says. */
    private static final Set<String> FORBID_THE_FILE_ITSELF = Set.of(
            "stress__327748.textproto asdfbot http://m.example.com/robots.txt should be disallowed",
            "327748.textproto asdfbot http://m.example.com/robots.txt should be disallowed",
            "369883.textproto BarBot http://example.com/robots.txt should be disallowed",
            "369883.textproto AB http://example.com/robots.txt should be disallowed");

    /**
     * Expected of crawlers that RFC 9309, 2.2.1 does not know: a product token "MUST contain only uppercase and lowercase letters,
     * underscores, and hyphens". Google's parser cuts such a name in the file, so that its bearer has no group; ours takes it whole.
     */
    private static final Set<String> NAME_NO_PRODUCT = Set.of(
            "369883.textproto AB42bot http://example.com/ should be allowed",
            "369883.textproto AB42bot http://example.com/foo/bar should be allowed",
            "user-agent-name.textproto Foo Bar http://foo.bar/x/y should be disallowed");

    private record Expectation(String file, byte[] robots, String url, String agent, boolean allowed) {

        boolean holds() {
            RobotsRules rules = RobotsRules.parse(FILE, robots, agent.toLowerCase(Locale.ROOT));
            return rules.rules().isAllowed(url) == allowed;
        }

        @Override
        public String toString() {
            return file + " " + agent + " " + url + " should be " + (allowed ? "allowed" : "disallowed");
        }
    }

    @Test
    void publishedExpectations_holdExceptWhereTheStandardSaysOtherwise() throws IOException {
        List<Expectation> expectations = new ArrayList<>();
        for (Path file : SharedData.files("{jobs/robots-spec-google/*.textproto,trust/robots/*/*.textproto}")) {
            expectations.addAll(read(file));
        }

        assertThat(expectations).hasSize(414);
        assertThat(expectations.stream()
                        .filter(expectation -> !expectation.holds())
                        .map(Expectation::toString))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(FORBID_THE_FILE_ITSELF.stream(), NAME_NO_PRODUCT.stream())
                                .toList());
    }

    private static List<Expectation> read(Path file) throws IOException {
        List<Expectation> expectations = new ArrayList<>();
        byte[] robots = {};
        String url = "";
        String agent = "";
        Matcher field = FIELD.matcher(Files.readString(file));
        while (field.find()) {
            switch (field.group(1)) {
                case "robotstxt" -> robots = bytes(field.group(2));
                case "testurl" -> url = text(field.group(2));
                case "useragent" -> agent = text(field.group(2));
                default ->
                    expectations.add(new Expectation(
                            file.getFileName().toString(),
                            robots,
                            url,
                            agent,
                            field.group(2).equals("ALLOWED")));
            }
        }
        return expectations;
    }

    private static String text(String literals) {
        return new String(bytes(literals), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String literals) {
        StringBuilder all = new StringBuilder();
        Matcher string =
                STRING.matcher(new String(literals.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
        while (string.find()) {
            all.append(ESCAPE.matcher(string.group(1)).replaceAll(RobotsSpecTest::unescape));
        }
        return all.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String unescape(java.util.regex.MatchResult escape) {
        String code = escape.group(1);
        char unescaped = switch (code.charAt(0)) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'x' -> (char) Integer.parseInt(code.substring(1), 16);
            case '0', '1', '2', '3', '4', '5', '6', '7' -> (char) Integer.parseInt(code, 8);
            default -> code.charAt(0);
        };
        return Matcher.quoteReplacement(String.valueOf(unescaped));
    }
}
