/** What the scraper knows of sources, catalogue and suggestions: asked of it, and done without where it does not answer. */
package io.earlybrd.account.source;
