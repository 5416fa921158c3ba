/**
 * A small SMTP client (RFC 5321) on Vert.x sockets. It knows in which part of the dialogue a server refused, waits for the answer
 * to a mail as long as the standard asks, notices a connection that is lost in the middle of a mail, and believes no answer that
 * comes out of turn.
 */
package io.earlybrd.notifier.smtp;
