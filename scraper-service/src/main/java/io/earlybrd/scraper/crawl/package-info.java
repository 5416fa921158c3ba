/** One crawl of one source: ask, read, store, record. */
@NullMarked
package io.earlybrd.scraper.crawl;

import org.jspecify.annotations.NullMarked;
