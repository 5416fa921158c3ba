/**
 * Stopping alerts from a mail, without logging in (RFC 8058). The stop is committed here before the answer is given, so it holds
 * though Kafka and account are down.
 */
package io.earlybrd.notifier.unsubscribe;
