package io.earlybrd.account.preview;

import io.earlybrd.events.AlertFilters;

/**
 * What the matcher is asked.
 *
 * @param limit how many jobs are wanted
 */
record PreviewRequest(String query, AlertFilters filters, int limit) {}
