/** From the front page to a confirmed address: sign-up, the mail that confirms it, and the link in that mail. */
package io.earlybrd.account.signup;
