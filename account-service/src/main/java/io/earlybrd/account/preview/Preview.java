package io.earlybrd.account.preview;

import java.util.Optional;

/** What came of the question to the matcher. */
public sealed interface Preview {

    /** It answered. */
    record Answered(PreviewAnswer answer) implements Preview {}

    /**
     * It cannot use what was typed.
     *
     * @param parameter {@value #QUERY} or the name of a filter
     * @param sentence for who typed it
     * @param column where in the query, in characters from 1, if it is one place
     */
    record Unreadable(String parameter, String sentence, Optional<Integer> column) implements Preview {

        public static final String QUERY = "query";
    }

    /**
     * It did not answer in time.
     *
     * @param asked false if it was left in peace because of earlier failures, so that this question was not put to it
     */
    record Unavailable(boolean asked) implements Preview {}
}
