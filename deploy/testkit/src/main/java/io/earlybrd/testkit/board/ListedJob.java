package io.earlybrd.testkit.board;

import io.earlybrd.events.EventIds;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;

/** A posting on a board. */
record ListedJob(long id, JobDraft draft, Instant postedAt, Instant updatedAt) {

    ListedJob with(JobDraft changed, Instant at) {
        return new ListedJob(id, changed, postedAt, at);
    }

    /** Lever's id of it. */
    UUID uuid(Board board) {
        return EventIds.ofParts(board.name(), id);
    }

    /** Where people read it. */
    String url(Board board, URI base) {
        return draft.url().isEmpty() ? base + "/jobs/" + board.name() + "/" + id : draft.url();
    }
}
