package io.earlybrd.testkit.board;

import com.fasterxml.jackson.core.type.TypeReference;
import io.earlybrd.events.EventJson;
import io.earlybrd.testkit.Ticker;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * Made-up employers whose boards grow while they run: a few postings at first, then one more at an interval, so that somebody
 * who tries EarlyBrd out has a mail soon.
 *
 * <p>The first postings are the same in every run. Those that come later have ids and teams by the time of day, because after a
 * restart they must be new jobs to whoever watched the boards before, and not known ones that come back.
 */
public final class DemoBoard implements AutoCloseable {

    /** An employer, and where its board is to be read. */
    public record Employer(String board, String company, String provider) {}

    private static final List<Employer> EMPLOYERS = List.of(
            new Employer("fjordbank", "Fjordbank", "greenhouse"),
            new Employer("kestrelpay", "Kestrel Pay", "lever"),
            new Employer("oakline", "Oakline Robotics", "rss"),
            new Employer("spreeklinik", "Spreeklinik", "greenhouse"));

    private static final List<String> TEAMS = List.of(
            "Avocet",
            "Bittern",
            "Curlew",
            "Dunlin",
            "Egret",
            "Finch",
            "Goldcrest",
            "Heron",
            "Ibis",
            "Jay",
            "Kite",
            "Lapwing",
            "Merlin",
            "Nuthatch",
            "Osprey",
            "Plover");

    private static final int STANDING = 10;
    private static final long FIRST_STANDING_ID = 5_215_052_008L;
    private static final int MOST_PER_BOARD = 40;

    private final BoardStub stub;
    private final Clock clock;
    private final List<Posting> postings;
    private final Ticker timer;
    private long lastId;
    private long count;

    private DemoBoard(BoardStub stub, Clock clock, Duration interval) {
        this.stub = stub;
        this.clock = clock;
        this.postings = postings();
        // So a later run begins where this one would be by then, not where it began.
        this.count = clock.millis() / interval.toMillis();
        EMPLOYERS.forEach(employer -> stub.board(employer.board(), employer.company()));
        for (int i = 0; i < STANDING; i++) {
            Posting posting = postings.get(i);
            stub.board(posting.board()).add(FIRST_STANDING_ID + i, posting.draft());
        }
        this.timer = Ticker.every(interval, "demo-boards", this::grow);
    }

    /** Starts on a port and posts one more job each time the interval has passed. */
    public static DemoBoard start(int port, Clock clock, Duration interval) {
        return new DemoBoard(BoardStub.start(port, clock), clock, interval);
    }

    /** The employers, for whoever has the scraper watch them; a feed is at {@code /feeds/BOARD.xml}. */
    public static List<Employer> employers() {
        return EMPLOYERS;
    }

    /** The address of all its boards, without a slash at the end. */
    public URI url() {
        return stub.url();
    }

    /** The boards, for changes by hand. */
    public BoardStub boards() {
        return stub;
    }

    /** Posts one more job now. */
    public synchronized void grow() {
        Posting posting = postings.get((int) (count % postings.size()));
        String team = TEAMS.get((int) (count / postings.size() % TEAMS.size()));
        count++;
        lastId = Math.max(lastId + 1, clock.millis());
        Board board = stub.board(posting.board());
        board.add(lastId, ofTeam(posting.draft(), team, count));
        board.keepNewest(MOST_PER_BOARD);
    }

    @Override
    public void close() {
        timer.close();
        stub.close();
    }

    /** Each is an opening of its own: the same text once more would be the same opening, listed again. */
    private static JobDraft ofTeam(JobDraft draft, String team, long number) {
        return draft.titled(draft.title() + " (Team " + team + ")")
                .describedAs(draft.description() + "<p>You join Team " + team + ". Opening " + number + ".</p>");
    }

    private static List<Posting> postings() {
        try (InputStream json = DemoBoard.class.getResourceAsStream("demo-postings.json")) {
            return EventJson.mapper().readValue(json, new TypeReference<List<Posting>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One entry of the list of postings. */
    record Posting(String board, JobDraft draft) {}
}
