/** What subscribers want to hear of: the list, the form, pausing and deleting, and the events that tell the matcher. */
package io.earlybrd.account.alert;
