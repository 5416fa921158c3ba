package io.earlybrd.matcher.index;

import io.earlybrd.matcher.match.JobText;
import io.earlybrd.matcher.query.Scope;
import java.util.HashSet;
import java.util.Set;

/** Features are what alerts are filed under: words in a scope. This class names them. */
final class Features {

    private Features() {}

    /** The feature of a job that has this word there. */
    static String of(Scope scope, String term) {
        return scope.prefix() + term;
    }

    /** All features of a job. */
    static Set<String> of(JobText job) {
        Set<String> features = new HashSet<>(job.body().terms());
        for (String term : job.title().terms()) {
            features.add(of(Scope.TEXT, term));
            features.add(of(Scope.TITLE, term));
        }
        for (String term : job.company().terms()) {
            features.add(of(Scope.COMPANY, term));
        }
        return features;
    }
}
