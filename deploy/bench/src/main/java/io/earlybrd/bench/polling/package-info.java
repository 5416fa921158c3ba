/** How many feeds the scraper polls, and how politely. */
package io.earlybrd.bench.polling;
