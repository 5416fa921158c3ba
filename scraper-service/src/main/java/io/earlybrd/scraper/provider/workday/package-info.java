/** The interface behind Workday's career sites. */
@NullMarked
package io.earlybrd.scraper.provider.workday;

import org.jspecify.annotations.NullMarked;
