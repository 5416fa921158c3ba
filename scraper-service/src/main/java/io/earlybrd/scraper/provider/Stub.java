package io.earlybrd.scraper.provider;

import org.jspecify.annotations.Nullable;

/**
 * A listing of which the list says only the beginning: the rest, its details, stands at an address of its own. Details are read
 * once and then again only if the list shows another revision or they have become old.
 *
 * @param externalId the provider's own id, unique within the board
 * @param revision what the list shows of it; details that were read under the same revision are still good
 * @param details asks for the rest
 * @param listed what the list alone says; null if that makes no posting
 */
public record Stub(
        String externalId,
        String revision,
        BoardRequest details,
        @Nullable Posting listed) {

    /** A listing that is a posting already, though a poor one; what it says is its revision, its time excepted. */
    public static Stub of(Posting listed, BoardRequest details) {
        String says = String.join(
                "\n",
                listed.title(),
                listed.company(),
                listed.url().toString(),
                String.valueOf(listed.workplace()),
                String.valueOf(listed.employmentType()),
                String.valueOf(listed.salary()),
                listed.places().toString());
        return new Stub(listed.externalId(), says, details, listed);
    }
}
