/** Employers that subscribers want to have watched. */
package io.earlybrd.account.suggestion;
