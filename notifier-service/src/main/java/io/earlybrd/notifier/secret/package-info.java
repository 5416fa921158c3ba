/** What this service signs and hashes with. */
package io.earlybrd.notifier.secret;
