/** How facts are put into words: safe text, times with their zone, pay. */
package io.earlybrd.notifier.mail.text;
