package io.earlybrd.testkit.board;

import com.sun.net.httpserver.HttpExchange;
import io.earlybrd.testkit.web.LocalServer;
import io.earlybrd.testkit.web.Reply;
import io.earlybrd.testkit.web.RequestLog;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Employers' job boards on this machine, each in the shape of every provider at once:
 * {@code /v1/boards/NAME/jobs} as Greenhouse, {@code /v0/postings/NAME} as Lever, {@code /feeds/NAME.xml} as a feed.
 *
 * <p>Answers have a validator and are 304 for whoever sends it. Tests change boards in Java; from outside,
 * {@code POST /_control/boards/NAME/jobs} with a {@link JobDraft} adds a posting (see {@link BoardControl} for the rest).
 */
public final class BoardStub implements AutoCloseable {

    private final Clock clock;
    private final RequestLog requests;
    private final LocalServer server;
    private final Map<String, Board> boards = new ConcurrentSkipListMap<>();
    private final BoardControl control = new BoardControl(this);
    private volatile Reply robots = Reply.text(404, "none");

    private BoardStub(int port, Clock clock) {
        this.clock = clock;
        this.requests = new RequestLog(clock);
        this.server = LocalServer.start("job boards", port, this::answer);
    }

    /** Starts without any board, on a port; 0 takes any free one. */
    public static BoardStub start(int port, Clock clock) {
        return new BoardStub(port, clock);
    }

    /** Starts without any board, on a free port. */
    public static BoardStub start() {
        return start(0, Clock.systemUTC());
    }

    /** The address that stands for a provider's, without a slash at the end. */
    public URI url() {
        return server.url();
    }

    /** A board, opened if there is none of this name; the company is named as the board. */
    public Board board(String name) {
        return board(name, name);
    }

    /** A board, opened if there is none of this name. */
    public Board board(String name, String company) {
        return boards.computeIfAbsent(name, key -> new Board(name, company, clock));
    }

    /** What it received, except at the control address. */
    public RequestLog requests() {
        return requests;
    }

    /** Serves this robots.txt; without one it answers 404, which allows everything. */
    public void robots(String text) {
        robots = Reply.text(200, text);
    }

    /** Answers with a status where robots.txt is asked for. */
    public void robotsStatus(int status) {
        robots = Reply.text(status, "none");
    }

    @Override
    public void close() {
        server.close();
    }

    Collection<Board> boards() {
        return boards.values();
    }

    Optional<Board> existing(String name) {
        return Optional.ofNullable(boards.get(name));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.startsWith("/_control/")) {
            control.answer(exchange).sendTo(exchange);
            return;
        }
        requests.add(exchange);
        if (path.equals("/robots.txt")) {
            robots.sendTo(exchange);
            return;
        }
        Listing listing = new BoardRoutes(this).answer(exchange.getRequestURI());
        if (listing.board().isEmpty()) {
            listing.reply().sendTo(exchange);
            return;
        }
        Board board = listing.board().get();
        BoardFault fault = board.nextFault();
        Reply reply = fault == BoardFault.NONE
                ? ConditionalReply.of(listing.reply(), board.caching(), board.changedAt(), exchange)
                : listing.reply();
        fault.answer(exchange, reply, server);
    }

    /**
     * The healthy answer to a request.
     *
     * @param board the board that it comes from, which may misbehave; empty for what is no board's
     */
    record Listing(Optional<Board> board, Reply reply) {}
}
