/** Workable's public widget API. */
@NullMarked
package io.earlybrd.scraper.provider.workable;

import org.jspecify.annotations.NullMarked;
