package io.earlybrd.account.preview;

import io.earlybrd.account.web.Answering;
import io.earlybrd.events.AlertFilters;
import io.earlybrd.events.EventJson;
import io.earlybrd.events.UnreadableEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;

/** Asks the matcher and makes the best of its silence: whatever happens there, the page goes on. */
@ApplicationScoped
public class Previews {

    /** As many as fit beside the form. */
    private static final int SHOWN = 3;

    private final Answering matcherAnswers = new Answering("matcher");
    private final MatcherCall matcher;

    Previews(MatcherCall matcher) {
        this.matcher = matcher;
    }

    /** What a query and filters find; never fails. */
    public Uni<Preview> of(String query, AlertFilters filters) {
        return of(query, filters, Optional.empty());
    }

    /** The same, compared with what the alert is now. */
    public Uni<Preview> of(String query, AlertFilters filters, Optional<SavedQuery> saved) {
        String request = EventJson.write(new PreviewRequest(query, filters, SHOWN, SHOWN, saved));
        return Uni.createFrom()
                .deferred(() -> matcher.preview(request))
                .map(Previews::answer)
                .invoke(matcherAnswers::yes)
                .onFailure()
                .invoke(matcherAnswers::no)
                .onFailure()
                .recoverWithItem(failure -> new Preview.Unavailable(!(failure instanceof CircuitBreakerOpenException)));
    }

    private static Preview answer(MatcherCall.Reply reply) {
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        if (reply.refused()) {
            QueryProblem problem = EventJson.read(body, QueryProblem.class);
            // Without a parameter it is our request that was at fault, which nobody can put right on the form.
            return problem.parameter()
                    .<Preview>map(parameter -> new Preview.Unreadable(parameter, problem.detail(), problem.column()))
                    .orElseThrow(() -> new UnreadableEvent(problem.detail(), null));
        }
        return new Preview.Answered(EventJson.read(body, PreviewAnswer.class));
    }
}
