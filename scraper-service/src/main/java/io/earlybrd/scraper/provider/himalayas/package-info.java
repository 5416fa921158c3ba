/** Himalayas' list of remote jobs. */
@NullMarked
package io.earlybrd.scraper.provider.himalayas;

import org.jspecify.annotations.NullMarked;
