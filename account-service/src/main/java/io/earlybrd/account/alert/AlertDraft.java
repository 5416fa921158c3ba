package io.earlybrd.account.alert;

import io.earlybrd.events.AlertFilters;

/**
 * What a subscriber asks for, once the form has been found in order.
 *
 * @param name what its owner calls it
 * @param query the words, in the query language
 * @param filters what a job must meet besides the words
 * @param cadence as in {@link io.earlybrd.events.AlertSaved}
 */
public record AlertDraft(String name, String query, AlertFilters filters, String cadence) {}
