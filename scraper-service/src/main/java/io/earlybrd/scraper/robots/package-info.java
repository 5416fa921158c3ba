/** What sites ask of robots (RFC 9309), read once a day per site. */
@NullMarked
package io.earlybrd.scraper.robots;

import org.jspecify.annotations.NullMarked;
