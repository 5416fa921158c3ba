/** Which listings are known, what of them has changed, and what others are told of it. */
@NullMarked
package io.earlybrd.scraper.posting;

import org.jspecify.annotations.NullMarked;
