/** Mails about the account and its billing, which other services ask for. */
package io.earlybrd.notifier.mail.requested;
