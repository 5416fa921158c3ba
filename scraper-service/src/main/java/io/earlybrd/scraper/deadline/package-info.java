/** An end to waiting: for what answers too late, or never. */
@NullMarked
package io.earlybrd.scraper.deadline;

import org.jspecify.annotations.NullMarked;
