/** Work that would hold up an event loop. */
@NullMarked
package io.earlybrd.scraper.worker;

import org.jspecify.annotations.NullMarked;
