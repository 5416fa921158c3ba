/** Stops of all mail to a subscriber: taken over from the notifier, shown on every page, and undone by a button. */
package io.earlybrd.account.mailstop;
