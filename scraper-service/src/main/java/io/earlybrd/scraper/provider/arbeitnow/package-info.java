/** Arbeitnow's list of jobs, mostly in Germany. */
@NullMarked
package io.earlybrd.scraper.provider.arbeitnow;

import org.jspecify.annotations.NullMarked;
