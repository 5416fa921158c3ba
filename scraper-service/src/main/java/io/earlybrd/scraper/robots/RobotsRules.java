package io.earlybrd.scraper.robots;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import io.earlybrd.scraper.fetch.FetchFailure;
import io.earlybrd.scraper.fetch.FetchFailure.Kind;
import io.earlybrd.scraper.fetch.WebUrl;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one site's robots.txt says to us; or why it could not be read, which disallows everything for now. */
record RobotsRules(BaseRobotRules rules, @Nullable FetchFailure failure) {

    /** The product token that sites address us by. */
    static final String PRODUCT = "earlybrd";

    private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    /** The rules of a file for us; parsing never fails, a file of nonsense has no rules. */
    static RobotsRules parse(WebUrl file, byte[] content) {
        return parse(file, content, PRODUCT);
    }

    static RobotsRules parse(WebUrl file, byte[] content, String product) {
        // The parser would forbid a whole site that wants more time between requests than this.
        SimpleRobotRulesParser parser = new SimpleRobotRulesParser(Long.MAX_VALUE, 0);
        return new RobotsRules(
                parser.parseContent(file.uri().toString(), afterMark(content), "text/plain", List.of(product)), null);
    }

    /** The parser knows a whole byte order mark, but not the halves that broken editors leave. */
    private static byte[] afterMark(byte[] content) {
        int start = 0;
        while (start < content.length && start < MARK.length && content[start] == MARK[start]) {
            start++;
        }
        return Arrays.copyOfRange(content, start, content.length);
    }

    static RobotsRules allowAll() {
        return new RobotsRules(new SimpleRobotRules(RobotRulesMode.ALLOW_ALL), null);
    }

    static RobotsRules unreadable(FetchFailure failure) {
        return new RobotsRules(new SimpleRobotRules(RobotRulesMode.ALLOW_NONE), failure);
    }

    boolean readable() {
        return failure == null;
    }

    /** Throws a {@link FetchFailure} if the page is not to be requested. */
    void check(WebUrl url) {
        if (failure != null) {
            throw failure;
        }
        if (!rules.isAllowed(url.uri().toString())) {
            throw new FetchFailure(Kind.DISALLOWED, "robots.txt does not allow it");
        }
    }
}
