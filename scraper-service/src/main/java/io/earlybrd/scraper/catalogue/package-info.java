/** Real employers' boards to begin with, imported only when somebody asks for it. */
@NullMarked
package io.earlybrd.scraper.catalogue;

import org.jspecify.annotations.NullMarked;
