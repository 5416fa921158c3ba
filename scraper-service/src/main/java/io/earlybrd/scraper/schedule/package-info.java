/** Which source is crawled when, and by which instance. */
@NullMarked
package io.earlybrd.scraper.schedule;

import org.jspecify.annotations.NullMarked;
