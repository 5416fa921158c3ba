package io.earlybrd.scraper.provider;

import java.net.URI;

/**
 * Where a provider is reached, as configured: {@code https://api.example}, or with a place for the board's name where each board
 * has a host of its own: {@code https://{board}.example}.
 */
public record BaseUrl(String configured) {

    private static final String BOARD = "{board}";

    /**
     * The address of a board; where the configured one has no place for the board's name, that is its first path segment.
     *
     * @param board fit for an address, see {@link BoardNames}
     * @param path begins with a slash
     */
    public URI of(String board, String path) {
        String base = configured.contains(BOARD) ? configured.replace(BOARD, board) : configured + "/" + board;
        return URI.create(base + path);
    }
}
