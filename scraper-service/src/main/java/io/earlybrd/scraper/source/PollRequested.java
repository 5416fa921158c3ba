package io.earlybrd.scraper.source;

/** Told within this service: a source is due now, somebody waits for it. */
public record PollRequested() {}
