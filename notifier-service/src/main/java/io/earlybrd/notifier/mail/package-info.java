/**
 * Mails on their way: queued in the transaction that decides on them, claimed with a lease, sent through SMTP, and settled together
 * with the fates of their matches.
 *
 * <p>A mail goes over the wire at least once. A server that has taken a mail while its answer was lost gets it again: after a crash
 * between the answer and the commit, or a connection that broke after the last byte. It is then the same mail with the same
 * Message-ID, which mail programs show once; a match is never put into a second mail.
 */
package io.earlybrd.notifier.mail;
