/**
 * Every match and its fate. A match is written here before anything is done about it, once per subscriber and job; whatever changes
 * its fate goes through here, and is told to the other services in the same transaction.
 */
package io.earlybrd.notifier.ledger;
