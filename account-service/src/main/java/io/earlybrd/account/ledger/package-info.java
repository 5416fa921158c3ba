/** What became of each match: a copy of what the notifier says, and the page that shows it. */
package io.earlybrd.account.ledger;
