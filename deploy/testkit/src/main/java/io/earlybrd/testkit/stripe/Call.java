package io.earlybrd.testkit.stripe;

import java.time.Instant;

/**
 * One request to the API that passed the checks of its door.
 *
 * @param id the value of the {@code {id}} of the route's path, empty if it has none
 * @param path the path as sent
 * @param now the stand-in's time, in whole seconds
 */
record Call(String path, String id, Params params, Instant now) {}
