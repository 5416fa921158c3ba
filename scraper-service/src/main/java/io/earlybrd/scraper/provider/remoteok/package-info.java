/** Remote OK's list of the newest remote jobs. */
@NullMarked
package io.earlybrd.scraper.provider.remoteok;

import org.jspecify.annotations.NullMarked;
