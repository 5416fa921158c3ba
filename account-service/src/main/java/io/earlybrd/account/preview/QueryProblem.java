package io.earlybrd.account.preview;

import java.util.Optional;

/**
 * The matcher's problem details about a query or filters that it cannot use.
 *
 * @param detail a sentence that says what is wrong and how to put it right
 * @param parameter {@code query} or the name of a filter; absent if the request itself was at fault
 * @param column where, in characters (code points) from 1; absent if it is no single place
 */
record QueryProblem(String detail, Optional<String> parameter, Optional<Integer> column) {}
