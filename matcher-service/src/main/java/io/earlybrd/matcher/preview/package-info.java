/** What an alert would have found in the last 30 days, before it is saved. */
package io.earlybrd.matcher.preview;
