package io.earlybrd.notifier.intake;

import io.earlybrd.events.UnreadableEvent;
import java.util.Arrays;
import java.util.Objects;

/** What a record must meet to be taken in: one that does not goes to the dead letters, and the stream goes on. */
public final class Requirement {

    private Requirement() {}

    /** @throws UnreadableEvent with these words if it is not met */
    public static void require(boolean met, String otherwise) {
        if (!met) {
            throw new UnreadableEvent(otherwise, null);
        }
    }

    /** @throws UnreadableEvent if one of the parts of what is named so is missing */
    public static void requireParts(String of, Object... parts) {
        require(Arrays.stream(parts).allMatch(Objects::nonNull), of + " lacks a part");
    }
}
