/** Pages that describe their jobs in the vocabulary of schema.org, and the sitemaps that lead to them. */
@NullMarked
package io.earlybrd.scraper.provider.jobposting;

import org.jspecify.annotations.NullMarked;
