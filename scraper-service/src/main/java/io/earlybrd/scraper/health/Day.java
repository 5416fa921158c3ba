package io.earlybrd.scraper.health;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a source gave on one day.
 *
 * @param day in UTC
 * @param listed listings of the last whole list; null if there was none
 * @param fresh jobs that appeared
 */
public record Day(LocalDate day, @Nullable Integer listed, int fresh) {}
