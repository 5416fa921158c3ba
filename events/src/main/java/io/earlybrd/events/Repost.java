package io.earlybrd.events;

import java.time.Instant;

/**
 * That an opening was listed before, taken down, and listed again: a fact, no verdict.
 *
 * @param times how often it was listed again, from 1
 * @param openSince when a crawl first saw it, under whatever id
 */
public record Repost(int times, Instant openSince) {}
