/** Recruitee's public careers site API. */
@NullMarked
package io.earlybrd.scraper.provider.recruitee;

import org.jspecify.annotations.NullMarked;
