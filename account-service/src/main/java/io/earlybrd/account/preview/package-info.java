/** What an alert would have found: asked of the matcher, which alone can read a query, and shown before anything is saved. */
package io.earlybrd.account.preview;
