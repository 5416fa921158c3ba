/** Greenhouse's public job board API. */
@NullMarked
package io.earlybrd.scraper.provider.greenhouse;

import org.jspecify.annotations.NullMarked;
