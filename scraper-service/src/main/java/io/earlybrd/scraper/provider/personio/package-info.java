/** Personio's public XML feed of open positions. */
@NullMarked
package io.earlybrd.scraper.provider.personio;

import org.jspecify.annotations.NullMarked;
