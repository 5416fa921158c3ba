/** Which job board an employer uses, by the address of their careers page and by what stands on it. */
@NullMarked
package io.earlybrd.scraper.detect;

import org.jspecify.annotations.NullMarked;
