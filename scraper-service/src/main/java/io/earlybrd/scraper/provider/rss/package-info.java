/** Feeds: RSS 0.9x to 2.0, RDF and Atom. */
@NullMarked
package io.earlybrd.scraper.provider.rss;

import org.jspecify.annotations.NullMarked;
