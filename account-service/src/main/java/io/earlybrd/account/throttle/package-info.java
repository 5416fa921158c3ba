/** How often somebody may do what costs others: log in, sign up, have mail sent to an address. */
package io.earlybrd.account.throttle;
