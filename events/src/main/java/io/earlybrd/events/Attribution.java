package io.earlybrd.events;

import java.net.URI;

/**
 * The name and address that a board asks to be shown with its jobs.
 *
 * @param name name of the board
 * @param url where the name links to
 */
public record Attribution(String name, URI url) {}
