/** What is asked of every record before it is taken in. */
package io.earlybrd.notifier.intake;
