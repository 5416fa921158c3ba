/** Teamtailor's career sites. */
@NullMarked
package io.earlybrd.scraper.provider.teamtailor;

import org.jspecify.annotations.NullMarked;
