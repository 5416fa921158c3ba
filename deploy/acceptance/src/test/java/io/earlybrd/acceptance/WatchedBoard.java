package io.earlybrd.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.earlybrd.testkit.board.Board;
import io.earlybrd.testkit.board.JobDraft;

/** A board that the scraper watches. Its first crawl goes on while the test prepares the rest. */
final class WatchedBoard {

    private final World world;
    private final Board board;
    private final String sourceId;

    WatchedBoard(World world, Board board, String provider) {
        this.world = world;
        this.board = board;
        // What is there before the first crawl is never mailed, so a board starts with something on it.
        board.add(JobDraft.of("Gardener", "Ulm"));
        sourceId = world.scraper().addBoard(provider, board.name(), board.company());
        world.scraper().poll(sourceId);
    }

    Board board() {
        return board;
    }

    /** Posts a job, after the first crawl, and has the board read at once. */
    void post(JobDraft draft) {
        awaitFirstCrawl();
        board.add(draft);
        poll();
    }

    private void awaitFirstCrawl() {
        await().atMost(World.PATIENCE)
                .untilAsserted(
                        () -> assertThat(world.scraper().health(sourceId)).isEqualTo("healthy"));
    }

    void poll() {
        world.scraper().poll(sourceId);
    }
}
