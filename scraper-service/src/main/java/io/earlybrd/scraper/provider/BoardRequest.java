package io.earlybrd.scraper.provider;

import java.net.URI;

/**
 * What to ask for a board's jobs: a GET of one address.
 *
 * @param accept media types that the adapter reads
 * @param maxBytes longest answer that it reads, uncompressed
 */
public record BoardRequest(URI uri, String accept, long maxBytes) {}
