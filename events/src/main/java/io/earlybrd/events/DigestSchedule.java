package io.earlybrd.events;

/**
 * When digests are sent, in the subscriber's zone.
 *
 * @param hour 0 to 23
 * @param weekday ISO number of the day for weekly digests: 1 is Monday
 */
public record DigestSchedule(int hour, int weekday) {}
