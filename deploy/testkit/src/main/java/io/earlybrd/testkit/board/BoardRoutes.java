package io.earlybrd.testkit.board;

import io.earlybrd.testkit.board.BoardStub.Listing;
import io.earlybrd.testkit.web.HtmlPage;
import io.earlybrd.testkit.web.Reply;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is where. */
final class BoardRoutes {

    private static final Pattern GREENHOUSE = Pattern.compile("/v1/boards/([^/]+)(/jobs)?(?:/(\\d{1,18}))?");
    private static final Pattern LEVER = Pattern.compile("/v0/postings/([^/]+)(?:/([0-9a-f-]{36}))?");
    private static final Pattern FEED = Pattern.compile("/feeds/([^/]+)\\.xml");
    private static final Pattern JOB_PAGE = Pattern.compile("/jobs/([^/]+)/(\\d{1,18})(?:/apply)?");

    private final BoardStub stub;

    BoardRoutes(BoardStub stub) {
        this.stub = stub;
    }

    Listing answer(URI uri) {
        String path = uri.getPath();
        Matcher greenhouse = GREENHOUSE.matcher(path);
        if (greenhouse.matches()) {
            return of(greenhouse, GreenhouseAnswer.notFound(), board -> greenhouse(board, greenhouse, Query.of(uri)));
        }
        Matcher lever = LEVER.matcher(path);
        if (lever.matches()) {
            return of(lever, LeverAnswer.notFound(), board -> lever(board, lever, Query.of(uri)));
        }
        Matcher feed = FEED.matcher(path);
        if (feed.matches()) {
            return of(feed, Reply.text(404, "No such feed."), board -> new FeedAnswer(board, stub.url()).reply());
        }
        return new Listing(Optional.empty(), page(path));
    }

    private Listing of(Matcher path, Reply notFound, Function<Board, Reply> answer) {
        Optional<Board> board = stub.existing(path.group(1));
        return new Listing(board, board.map(answer).orElse(notFound));
    }

    private Reply greenhouse(Board board, Matcher path, Query query) {
        GreenhouseAnswer answer = new GreenhouseAnswer(board, stub.url(), query);
        if (path.group(2) == null) {
            return answer.board();
        }
        return path.group(3) == null
                ? answer.jobs()
                : board.job(Long.parseLong(path.group(3))).map(answer::job).orElseGet(GreenhouseAnswer::notFound);
    }

    private Reply lever(Board board, Matcher path, Query query) {
        LeverAnswer answer = new LeverAnswer(board, stub.url(), query);
        return path.group(2) == null
                ? answer.postings()
                : board.job(path.group(2)).map(answer::posting).orElseGet(LeverAnswer::notFound);
    }

    private Reply page(String path) {
        Matcher job = JOB_PAGE.matcher(path);
        if (job.matches()) {
            return jobPage(job.group(1), Long.parseLong(job.group(2)));
        }
        return switch (path) {
            case "/" -> BoardPages.index(stub.boards());
            case HtmlPage.STYLESHEET_PATH -> HtmlPage.stylesheet();
            default -> Reply.text(404, "No such page.");
        };
    }

    private Reply jobPage(String name, long id) {
        Optional<Board> board = stub.existing(name);
        return board.flatMap(known -> known.job(id))
                .map(job -> BoardPages.job(board.get(), job))
                .orElseGet(() ->
                        BoardPages.closed(board.map(known -> known.hadJob(id)).orElse(false)));
    }
}
