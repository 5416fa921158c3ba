package io.earlybrd.testkit;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the web links of a mail. */
final class MailLinks {

    /** An address in running text ends before white space, quotes, brackets, and a full stop or comma of the sentence. */
    private static final Pattern IN_TEXT = Pattern.compile("https?://[^\\s<>\"')\\]]*[^\\s<>\"')\\].,;:!?]");

    private static final Pattern IN_HTML =
            Pattern.compile("href\\s*=\\s*[\"'](https?://[^\"']*)[\"']", Pattern.CASE_INSENSITIVE);

    private MailLinks() {}

    static List<String> of(String text, String html) {
        Set<String> links = new LinkedHashSet<>();
        for (Matcher matcher = IN_TEXT.matcher(text); matcher.find(); ) {
            links.add(matcher.group());
        }
        for (Matcher matcher = IN_HTML.matcher(html); matcher.find(); ) {
            links.add(matcher.group(1).replace("&#61;", "=").replace("&amp;", "&"));
        }
        return List.copyOf(links);
    }
}
