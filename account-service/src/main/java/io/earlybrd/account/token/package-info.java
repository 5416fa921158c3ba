/** Secrets that are handed out once and kept only as a hash: sessions and links in mails. */
package io.earlybrd.account.token;
