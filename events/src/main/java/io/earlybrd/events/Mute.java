package io.earlybrd.events;

/**
 * Something that an alert's owner does not want to hear of.
 *
 * @param kind {@code company} or {@code job}
 * @param value name of the company, or a jobId
 */
public record Mute(String kind, String value) {}
