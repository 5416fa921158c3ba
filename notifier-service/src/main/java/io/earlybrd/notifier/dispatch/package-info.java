/** Puts what is due into mails: one mail per subscriber, decided by the gate, queued in the transaction that decides. */
package io.earlybrd.notifier.dispatch;
