/** What is mailed to an address because of its account: links that prove who reads the mailbox, and how many mails there may be. */
package io.earlybrd.account.mailbox;
