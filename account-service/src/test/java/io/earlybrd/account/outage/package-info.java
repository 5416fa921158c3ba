/** What still works while something else does not. */
package io.earlybrd.account.outage;
