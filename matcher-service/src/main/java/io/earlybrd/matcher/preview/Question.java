package io.earlybrd.matcher.preview;

import io.earlybrd.events.AlertFilters;
import io.earlybrd.matcher.match.Criteria;
import io.earlybrd.matcher.match.InvalidFilters;
import io.earlybrd.matcher.query.InvalidQuery;
import java.util.Objects;
import java.util.Optional;

/**
 * What is asked of the recent jobs.
 *
 * @param criteria of the alert
 * @param saved those of the version that it would replace, if that is to be compared
 * @param jobs how many of the jobs are wanted
 * @param nearMisses how many near misses are wanted
 */
record Question(Criteria criteria, Optional<Criteria> saved, int jobs, int nearMisses) {

    /**
     * Reads a request.
     *
     * @throws InvalidQuery if the words are no query
     * @throws InvalidFilters if a filter means nothing
     */
    static Question of(PreviewRequest request) {
        return new Question(
                criteria(request.query(), request.filters()),
                request.saved().flatMap(Question::readable),
                request.jobs(),
                request.misses());
    }

    private static Optional<Criteria> readable(PreviewRequest.Saved saved) {
        try {
            return Optional.of(criteria(saved.query(), saved.filters()));
        } catch (InvalidQuery | InvalidFilters e) {
            // It found nothing that could be compared, and its owner was told so when it was saved.
            return Optional.empty();
        }
    }

    private static Criteria criteria(String query, Optional<AlertFilters> filters) {
        return Criteria.of(Objects.requireNonNullElse(query, ""), filters.orElse(AlertFilters.NONE));
    }
}
