/**
 * Whether jobs that no list shows are still open, by a look at their own pages. Knows no provider: of a page it understands its
 * status and what it says in the vocabulary of schema.org.
 */
@NullMarked
package io.earlybrd.scraper.liveness;

import org.jspecify.annotations.NullMarked;
