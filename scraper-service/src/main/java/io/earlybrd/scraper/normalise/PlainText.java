package io.earlybrd.scraper.normalise;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Text without markup, control characters or runs of blanks, whatever a provider sent. */
public final class PlainText {

    /** Longest text that leaves this service; the contract's limit of a description. */
    public static final int MAX_LENGTH = 50_000;

    /** More markup than this is no job description; parsing it would cost memory that other boards need. */
    private static final int MAX_MARKUP_LENGTH = 1_000_000;

    // Controls; halves of a pair without the other half, which no database takes; and format characters: those
    // that turn the direction of what follows could disguise a link in a mail, and soft hyphens and the like make
    // two words of one, so that nobody's query finds it. Joiners stay: some scripts, and emojis of several, are
    // written with them.
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cc}&&[^\\n\\t]]|\\p{Cs}|[\\p{Cf}&&[^\\u200c\\u200d]]|\\u034f");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0\\u2000-\\u200a\\u2028\\u2029\\u202f\\u3000]+");
    private static final Pattern BLANKS_IN_LINE =
            Pattern.compile("[\\t \\u00a0\\u2000-\\u200a\\u2028\\u2029\\u202f\\u3000]+");
    private static final Pattern BLANKS_AT_BREAK = Pattern.compile(" ?\\n ?");
    private static final Pattern BLANK_LINES = Pattern.compile("\\n{3,}");

    private PlainText() {}

    /** One line of text: a title, a name, a place. Markup in it is kept as text, because it is none. */
    public static String line(String text) {
        // Line breaks count as blanks here, so they must not be dropped with the other controls.
        String visible = INVISIBLE.matcher(text.replace('\r', '\n')).replaceAll("");
        return BLANKS.matcher(visible).replaceAll(" ").strip();
    }

    /** The text of a piece of HTML: blocks become lines, list items begin with a dash, scripts and styles are left out. */
    public static String ofHtml(String html) {
        Document document = Jsoup.parseBodyFragment(cut(html, MAX_MARKUP_LENGTH));
        document.select("script, style, template, noscript, iframe, object, head")
                .remove();
        StringBuilder text = new StringBuilder(Math.min(html.length(), MAX_LENGTH));
        document.body().traverse(new BlocksAsLines(text));
        return tidy(text.toString());
    }

    private static String tidy(String text) {
        String visible = INVISIBLE
                .matcher(text.replace("\r\n", "\n").replace('\r', '\n'))
                .replaceAll("");
        String spaced = BLANKS_IN_LINE.matcher(visible).replaceAll(" ");
        String lines = BLANKS_AT_BREAK.matcher(spaced).replaceAll("\n");
        return cut(BLANK_LINES.matcher(lines).replaceAll("\n\n").strip(), MAX_LENGTH);
    }

    /** The text, or so much of its beginning; never half a character. */
    public static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        boolean splitsPair = Character.isHighSurrogate(text.charAt(length - 1));
        return text.substring(0, splitsPair ? length - 1 : length);
    }

    private record BlocksAsLines(StringBuilder text) implements NodeVisitor {

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode words) {
                text.append(BLANKS.matcher(words.getWholeText()).replaceAll(" "));
            } else if (node instanceof Element element && breaksLine(element)) {
                text.append(element.normalName().equals("li") ? "\n- " : afterDash() ? "" : "\n");
            }
        }

        /** Whether an item of a list has just begun: a paragraph in it goes on behind the dash. */
        private boolean afterDash() {
            int end = text.length();
            while (end > 0 && text.charAt(end - 1) == ' ') {
                end--;
            }
            return end > 1 && text.charAt(end - 1) == '-' && text.charAt(end - 2) == '\n';
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element
                    && breaksLine(element)
                    && !element.normalName().equals("br")) {
                text.append('\n');
            }
        }

        private static boolean breaksLine(Element element) {
            return element.isBlock() || element.normalName().equals("br");
        }
    }
}
