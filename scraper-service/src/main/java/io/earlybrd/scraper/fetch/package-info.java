/**
 * The one way out to the web: polite (who we are, conditional requests, Retry-After, few requests per host), bounded in time
 * and size, and never to an address that is not public.
 */
@NullMarked
package io.earlybrd.scraper.fetch;

import org.jspecify.annotations.NullMarked;
