/** How sources fare: their state after each crawl, and what operators see of it. */
@NullMarked
package io.earlybrd.scraper.health;

import org.jspecify.annotations.NullMarked;
