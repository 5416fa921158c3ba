package io.earlybrd.testkit.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The skeleton and the look that the pages of all stand-ins share. */
public final class HtmlPage {

    /** Where a stand-in serves {@link #stylesheet()}. */
    public static final String STYLESHEET_PATH = "/stand-in.css";

    private static final String SKELETON = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%1$s</title>
            <link rel="stylesheet" href="%2$s">
            </head>
            <body>
            <header><p>%3$s</p></header>
            <main>
            <h1>%1$s</h1>
            %4$s</main>
            </body>
            </html>
            """;

    private HtmlPage() {}

    /**
     * A whole page.
     *
     * @param title plain text, also the heading
     * @param banner plain text that says that this is a stand-in, and for what
     * @param body HTML
     */
    public static String of(String title, String banner, String body) {
        return SKELETON.formatted(escape(title), STYLESHEET_PATH, escape(banner), body);
    }

    /** The one stylesheet. */
    public static Reply stylesheet() {
        try (InputStream css = HtmlPage.class.getResourceAsStream("stand-in.css")) {
            return Reply.of(200, "text/css; charset=utf-8", css.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Text as it may stand in HTML and XML, inside and outside of attributes. */
    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
