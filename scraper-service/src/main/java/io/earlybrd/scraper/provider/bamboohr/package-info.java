/** BambooHR's public careers pages. */
@NullMarked
package io.earlybrd.scraper.provider.bamboohr;

import org.jspecify.annotations.NullMarked;
