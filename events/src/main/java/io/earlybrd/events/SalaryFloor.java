package io.earlybrd.events;

import java.util.Optional;

/**
 * The lowest pay that a subscriber would take. A job passes if the top of its range reaches it.
 *
 * @param minMinor in minor units (cents) a period
 * @param currency ISO 4217 code
 * @param period as in {@link Salary#period()}
 * @param unknownPasses whether a job that states no pay, or pay in another currency, passes
 * @param unstatedPasses whether a job that states no pay at all passes; absent if {@code unknownPasses} holds for it, too
 */
public record SalaryFloor(
        long minMinor, String currency, String period, boolean unknownPasses, Optional<Boolean> unstatedPasses) {

    /** A floor that treats pay that is not stated as pay that cannot be compared. */
    public SalaryFloor(long minMinor, String currency, String period, boolean unknownPasses) {
        this(minMinor, currency, period, unknownPasses, Optional.empty());
    }
}
