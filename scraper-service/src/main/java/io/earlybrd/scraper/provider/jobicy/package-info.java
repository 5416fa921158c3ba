/** Jobicy's list of the newest remote jobs. */
@NullMarked
package io.earlybrd.scraper.provider.jobicy;

import org.jspecify.annotations.NullMarked;
