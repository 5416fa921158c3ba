package io.earlybrd.matcher.place;

/**
 * One place that a text states.
 *
 * @param first its first word in the text, or {@link #NOT_IN_TEXT}
 * @param sure the place, or {@link Mention#AMBIGUOUS}
 * @param possible all that it may be, the sure one among them
 * @param remote whether it is where one may work remotely from
 * @param exact whether nothing in the text that we do not know says where in it
 * @param excluded whether it is where one may not work from
 */
@SuppressWarnings("ArrayRecordComponent")
record Statement(int first, int sure, int[] possible, boolean remote, boolean exact, boolean excluded) {

    /** Known from elsewhere. */
    static final int NOT_IN_TEXT = -1;
}
