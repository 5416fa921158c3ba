/** Hacker News: the comments below the monthly "Who is hiring?". */
@NullMarked
package io.earlybrd.scraper.provider.hackernews;

import org.jspecify.annotations.NullMarked;
