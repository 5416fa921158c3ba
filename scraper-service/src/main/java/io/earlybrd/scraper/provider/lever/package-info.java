/** Lever's public postings API. */
@NullMarked
package io.earlybrd.scraper.provider.lever;

import org.jspecify.annotations.NullMarked;
