package io.earlybrd.events;

import java.util.Optional;

/**
 * Pay as the employer states it, before tax.
 *
 * @param minMinor lower end in minor units (cents), absent if only an upper end is stated
 * @param maxMinor upper end in minor units, absent if only a lower end is stated
 * @param currency ISO 4217 code
 * @param period {@code year}, {@code month}, {@code week}, {@code day} or {@code hour}
 */
public record Salary(Optional<Long> minMinor, Optional<Long> maxMinor, String currency, String period) {}
