/** Addresses that take no mail. */
package io.earlybrd.notifier.suppression;
