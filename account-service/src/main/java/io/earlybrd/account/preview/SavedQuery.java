package io.earlybrd.account.preview;

import io.earlybrd.events.AlertFilters;

/** The words and filters that an alert has now, to compare with. */
public record SavedQuery(String query, AlertFilters filters) {}
