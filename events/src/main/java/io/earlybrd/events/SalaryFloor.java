package io.earlybrd.events;

/**
 * The lowest pay that a subscriber would take. A job passes if the top of its range reaches it.
 *
 * @param minMinor in minor units (cents) a period
 * @param currency ISO 4217 code
 * @param period as in {@link Salary#period()}
 * @param unknownPasses whether a job that states no pay, or pay in another currency, passes
 */
public record SalaryFloor(long minMinor, String currency, String period, boolean unknownPasses) {}
