/** Logging in with address and password. */
package io.earlybrd.account.login;
