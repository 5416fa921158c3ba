/** A new password for whoever forgot theirs, by a link that is mailed to the address of the account. */
package io.earlybrd.account.reset;
