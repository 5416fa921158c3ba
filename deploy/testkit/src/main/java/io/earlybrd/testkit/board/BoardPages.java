package io.earlybrd.testkit.board;

import io.earlybrd.testkit.web.HtmlPage;
import io.earlybrd.testkit.web.Reply;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a person sees of the boards. */
final class BoardPages {

    private static final String BANNER = "Made-up employers, for trying EarlyBrd out";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "EEE d MMM HH:mm:ss 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private BoardPages() {}

    /** All boards with their postings, newest first. */
    static Reply index(Collection<Board> boards) {
        String body = boards.stream().map(BoardPages::board).collect(Collectors.joining());
        return Reply.html(200, HtmlPage.of("Job boards", BANNER, body));
    }

    /** One posting. */
    static Reply job(Board board, ListedJob job) {
        JobDraft draft = job.draft();
        String body = """
                <dl class="facts">
                %s%s%s%s%s</dl>
                <div class="card">
                %s
                %s</div>
                <p><a href="/">All boards</a></p>
                """.formatted(
                        fact("Employer", board.company()),
                        fact("Place", draft.location()),
                        fact("Work", draft.workplace()),
                        fact("Contract", draft.commitment()),
                        fact("Posted", TIME.format(job.postedAt())),
                        draft.description(),
                        requirements(draft) + GreenhouseAnswer.payText(draft.pay()));
        return Reply.html(200, HtmlPage.of(draft.title(), BANNER, body));
    }

    /** A posting that was taken down, or was never there. */
    static Reply closed(boolean wasOpen) {
        String body = "<p>%s</p>\n<p><a href=\"/\">All boards</a></p>\n"
                .formatted(wasOpen ? "The employer took it down." : "There has never been a job at this address.");
        return Reply.html(wasOpen ? 410 : 404, HtmlPage.of("This job is not open", BANNER, body));
    }

    private static String board(Board board) {
        String items = board.jobs().stream()
                .sorted(Comparator.comparing(ListedJob::postedAt).reversed())
                .map(job -> item(board, job))
                .collect(Collectors.joining());
        return """
                <h2>%1$s</h2>
                <p class="fine">For machines: <a href="/v1/boards/%2$s/jobs?content=true">Greenhouse</a>,
                <a href="/v0/postings/%2$s?mode=json">Lever</a>, <a href="/feeds/%2$s.xml">feed</a></p>
                <ul class="rows">
                %3$s</ul>
                """.formatted(HtmlPage.escape(board.company()), HtmlPage.escape(board.name()), items);
    }

    private static String item(Board board, ListedJob job) {
        return "<li><a href=\"/jobs/%s/%d\">%s</a><br><span class=\"fine\">%s, posted %s</span></li>\n"
                .formatted(
                        HtmlPage.escape(board.name()),
                        job.id(),
                        HtmlPage.escape(job.draft().title()),
                        HtmlPage.escape(job.draft().location()),
                        TIME.format(job.postedAt()));
    }

    private static String requirements(JobDraft draft) {
        return draft.requirements().isEmpty()
                ? ""
                : "<p>What you bring:</p>\n<ul>" + LeverAnswer.items(draft.requirements()) + "</ul>\n";
    }

    /** A fact that the employer tells, nothing otherwise. */
    private static String fact(String name, String value) {
        return value.isEmpty() ? "" : "<dt>" + name + "</dt><dd>" + HtmlPage.escape(value) + "</dd>\n";
    }
}
