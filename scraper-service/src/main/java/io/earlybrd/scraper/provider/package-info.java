/**
 * The providers: one package with one {@link io.earlybrd.scraper.provider.Adapter} each. An adapter knows how to ask for a
 * board and how to read the answer; fetching, scheduling, health and identity are shared and know no provider.
 */
@NullMarked
package io.earlybrd.scraper.provider;

import org.jspecify.annotations.NullMarked;
