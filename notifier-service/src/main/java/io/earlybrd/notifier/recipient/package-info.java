/**
 * What other services say about subscribers: read models of the topics {@code subscribers}, {@code alerts} and {@code
 * entitlements}, each row as of the newest version that has arrived.
 */
package io.earlybrd.notifier.recipient;
