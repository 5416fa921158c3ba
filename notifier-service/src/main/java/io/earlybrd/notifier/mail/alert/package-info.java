/** The mail that tells of new jobs. */
package io.earlybrd.notifier.mail.alert;
