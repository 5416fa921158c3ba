package io.earlybrd.testkit;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The pages of the local inbox as HTML. */
final class InboxHtml {

    /** The newest are enough for a person; a script reads all of them. */
    static final int LISTED = 200;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM, HH:mm:ss 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%1$s · Local inbox</title>
            <link rel="stylesheet" href="/inbox.css">
            </head>
            <body>
            <header><a href="/">Local inbox</a><span>Mails stay on this machine.</span></header>
            <main>
            <h1>%1$s</h1>
            %2$s</main>
            </body>
            </html>
            """;

    private static final String FIND = """
            <form class="find" action="/" role="search">
            <label>Recipient <input type="search" name="to" value="%s" autocomplete="off"></label>
            <button>Find</button>
            </form>
            """;

    private static final String ROW = """
            <li><a href="/mails/%d">%s</a> <time datetime="%s">%s</time> <span class="to">to %s</span></li>
            """;

    private static final String MAIL = """
            <dl class="facts">
            <dt>From</dt><dd>%s</dd>
            <dt>To</dt><dd>%s</dd>
            <dt>Received</dt><dd><time datetime="%s">%s</time></dd>
            <dt>Message-ID</dt><dd>%s</dd>
            </dl>
            <ul class="links">%s<li><a href="/mails/%7$d/raw">Source</a></li></ul>
            """;

    private static final String FRAME = """
            <iframe src="/mails/%d/html" title="The mail as HTML" sandbox="%s"></iframe>
            """;

    private InboxHtml() {}

    /** The list, newest first. */
    static String list(List<ReceivedMail> mails, String recipient) {
        String rows = mails.stream()
                .sorted((a, b) -> Long.compare(b.id(), a.id()))
                .limit(LISTED)
                .map(InboxHtml::row)
                .collect(Collectors.joining());
        String list = rows.isEmpty() ? "<p>No mail yet.</p>\n" : "<ol class=\"mails\">\n" + rows + "</ol>\n";
        String title = mails.size() == 1 ? "1 mail" : mails.size() + " mails";
        return PAGE.formatted(title, FIND.formatted(escape(recipient)) + list);
    }

    /** One mail: its envelope, its HTML in a frame and its text. */
    static String mail(ReceivedMail mail) {
        boolean html = !mail.html().isEmpty();
        String facts = MAIL.formatted(
                escape(mail.header("From").orElse(mail.sender())),
                escape(String.join(", ", mail.recipients())),
                mail.receivedAt(),
                TIME.format(mail.receivedAt()),
                escape(mail.messageId()),
                html ? "<li><a href=\"/mails/" + mail.id() + "/html\">HTML alone</a></li>" : "",
                mail.id());
        String text = mail.text().isEmpty() ? "" : "<pre>" + escape(mail.text()) + "</pre>\n";
        return PAGE.formatted(
                title(mail), facts + (html ? FRAME.formatted(mail.id(), InboxPage.SANDBOX) : "") + "\n" + text);
    }

    /** The HTML of a mail, whose links open beside the page that frames it. */
    static String content(ReceivedMail mail) {
        String html = mail.html();
        String base = "<base target=\"_blank\">";
        String[] parts = html.split("(?i)(?<=<head>)", 2);
        return parts.length == 2 ? parts[0] + base + parts[1] : base + html;
    }

    /** What is shown for an address that leads nowhere. */
    static String missing() {
        return PAGE.formatted(
                "No such mail", "<p>It may have been dropped for newer ones. <a href=\"/\">All mails</a></p>\n");
    }

    private static String row(ReceivedMail mail) {
        return ROW.formatted(
                mail.id(),
                title(mail),
                mail.receivedAt(),
                TIME.format(mail.receivedAt()),
                escape(String.join(", ", mail.recipients())));
    }

    private static String title(ReceivedMail mail) {
        return mail.subject().isBlank() ? "(no subject)" : escape(mail.subject());
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
