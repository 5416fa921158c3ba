/** Employers that subscribers suggest by an address: looked at once, queued for review, polled only once they are accepted. */
@NullMarked
package io.earlybrd.scraper.suggestion;

import org.jspecify.annotations.NullMarked;
