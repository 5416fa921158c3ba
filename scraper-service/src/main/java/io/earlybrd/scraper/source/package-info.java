/** The boards and feeds that are polled, and the calls that list, add and poll them. */
@NullMarked
package io.earlybrd.scraper.source;

import org.jspecify.annotations.NullMarked;
