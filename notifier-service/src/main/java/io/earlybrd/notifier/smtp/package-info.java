/**
 * A small SMTP client (RFC 5321) on Vert.x sockets. It knows in which part of the dialogue a server refused, waits for each answer
 * as long as the standard asks, and notices a connection that is lost in the middle of a mail.
 */
package io.earlybrd.notifier.smtp;
