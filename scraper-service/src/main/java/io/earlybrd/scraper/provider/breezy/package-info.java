/** Breezy's public positions. */
@NullMarked
package io.earlybrd.scraper.provider.breezy;

import org.jspecify.annotations.NullMarked;
