/** Which passwords are good enough, and how they are kept: Argon2id, one at a time. */
package io.earlybrd.account.password;
