/** How this service talks to its database. */
@NullMarked
package io.earlybrd.scraper.database;

import org.jspecify.annotations.NullMarked;
