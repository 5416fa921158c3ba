/**
 * The contract between the services: one record per event, the topics that carry them, and how they are written as JSON.
 *
 * <p>Every value is JSON in the shape of its record; an absent member is left out, times are RFC 3339 in UTC, money is in
 * minor units with its currency. CloudEvents 1.0 attributes travel as headers ({@link io.earlybrd.events.CloudEvent}).
 * Vocabularies (states, reasons, cadences) are open: a consumer that does not know a word keeps it or treats it as unknown.
 */
package io.earlybrd.events;
