package io.earlybrd.notifier.loop;

import java.util.List;
import java.util.UUID;

/** A batch was claimed and could not be worked on, so that its transaction has done nothing. */
public final class BatchFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<UUID> ids;

    /**
     * @param ids of what was claimed; never empty
     * @param cause what went wrong
     */
    public BatchFailed(List<UUID> ids, Throwable cause) {
        super("batch of " + ids.size() + " failed", cause);
        this.ids = List.copyOf(ids);
    }

    /** What was claimed. */
    List<UUID> ids() {
        return ids;
    }
}
