/** Makes words of many providers fit for comparing: plain text, split places, closed vocabularies. Unknown stays unknown. */
@NullMarked
package io.earlybrd.scraper.normalise;

import org.jspecify.annotations.NullMarked;
