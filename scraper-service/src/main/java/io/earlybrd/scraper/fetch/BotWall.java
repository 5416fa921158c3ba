package io.earlybrd.scraper.fetch;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Recognises the pages that sites show to robots instead of what was asked for. They are taken as a no, never evaded. */
public final class BotWall {

    /** Enough for the head of a page, where the signs are. */
    private static final int HEAD_BYTES = 8 * 1024;

    private static final List<String> SIGNS = List.of(
            "just a moment...",
            "attention required! | cloudflare",
            "/cdn-cgi/challenge-platform",
            "cf-chl-",
            "captcha",
            "_incapsula_resource",
            "datadome",
            "perimeterx",
            "px-captcha",
            "are you a robot",
            "are you human",
            "you are human",
            "checking your browser",
            "unusual traffic",
            "<title>access denied",
            "enable javascript and cookies to continue");

    private BotWall() {}

    /** Whether a page is such a page. */
    public static boolean recognises(FetchedPage page) {
        String text = new String(page.body().head(HEAD_BYTES), StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
        return isHtml(text) && SIGNS.stream().anyMatch(text::contains);
    }

    private static boolean isHtml(String text) {
        String start = text.stripLeading();
        return start.startsWith("<!doctype html") || start.startsWith("<html");
    }
}
