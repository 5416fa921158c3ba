package io.earlybrd.matcher.preview;

import io.earlybrd.matcher.match.Criteria;
import io.earlybrd.matcher.match.JobFacts;
import io.earlybrd.matcher.match.Requirement;
import java.util.ArrayList;
import java.util.List;

/** The requirements of an alert, with what has been found out about them so far. Serves one preview. */
final class Judge {

    private final List<Requirement> requirements;
    private final List<Requirement> words;
    private final List<JudgedFacts> filters = new ArrayList<>();

    Judge(Criteria criteria) {
        requirements = criteria.requirements();
        words = requirements.stream()
                .filter(requirement -> requirement.words().isPresent())
                .toList();
        for (JobFacts kind : JobFacts.values()) {
            List<Requirement> ofKind = requirements.stream()
                    .filter(requirement -> requirement.words().isEmpty() && requirement.facts() == kind)
                    .toList();
            if (!ofKind.isEmpty()) {
                filters.add(new JudgedFacts(kind, ofKind));
            }
        }
    }

    List<Requirement> requirements() {
        return requirements;
    }

    List<Requirement> words() {
        return words;
    }

    List<JudgedFacts> filters() {
        return filters;
    }
}
