/** Where a job is and whether that is where a subscriber wants it, by the names alone. */
package io.earlybrd.matcher.place;
