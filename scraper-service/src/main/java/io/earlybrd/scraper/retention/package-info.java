/** Forgets what is needed no more, so that nothing grows for ever. */
@NullMarked
package io.earlybrd.scraper.retention;

import org.jspecify.annotations.NullMarked;
