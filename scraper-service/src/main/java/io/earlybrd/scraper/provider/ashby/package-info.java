/** Ashby's public job board API. */
@NullMarked
package io.earlybrd.scraper.provider.ashby;

import org.jspecify.annotations.NullMarked;
