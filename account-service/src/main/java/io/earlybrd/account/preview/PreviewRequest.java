package io.earlybrd.account.preview;

import io.earlybrd.events.AlertFilters;
import java.util.Optional;

/**
 * What the matcher is asked.
 *
 * @param limit how many jobs are wanted
 * @param nearMisses how many jobs that fail one clause are wanted
 * @param saved what the alert is now, if it is to be compared
 */
record PreviewRequest(String query, AlertFilters filters, int limit, int nearMisses, Optional<SavedQuery> saved) {}
