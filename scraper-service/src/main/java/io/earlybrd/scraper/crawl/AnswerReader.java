package io.earlybrd.scraper.crawl;

import io.earlybrd.scraper.fetch.BotWall;
import io.earlybrd.scraper.fetch.FetchFailure;
import io.earlybrd.scraper.fetch.FetchedPage;
import io.earlybrd.scraper.fetch.Validators;
import io.earlybrd.scraper.provider.Adapter;
import io.earlybrd.scraper.provider.Answer;
import io.earlybrd.scraper.provider.Board;
import io.earlybrd.scraper.provider.Listing;
import io.earlybrd.scraper.provider.Outcome;
import io.earlybrd.scraper.provider.Posting;
import io.earlybrd.scraper.provider.Stub;
import io.earlybrd.scraper.provider.UnusablePosting;
import io.quarkus.logging.Log;
import java.io.IOException;
import java.io.InputStream;

/** What a provider's answer amounts to: the parts that are the same for all providers; a list itself is read by the adapter. */
final class AnswerReader {

    private AnswerReader() {}

    /** What knows the form of a successful answer. */
    @FunctionalInterface
    interface Form {
        Outcome read(Answer answer) throws IOException;
    }

    /**
     * Reads the first or only answer of a list, of any status.
     *
     * @param shown the validators that were shown with the request
     */
    static Outcome read(Adapter adapter, Board board, Validators shown, FetchedPage page) {
        return read(answer -> adapter.read(board, answer), shown, page, 0);
    }

    /** Reads a further answer of a list, of any status, after so many. */
    static Outcome readFurther(Adapter adapter, Board board, FetchedPage page, int before) {
        return read(answer -> adapter.read(board, answer), Validators.NONE, page, before);
    }

    /** Reads the details of a listing, of any status: one posting, or why there is none; empty if it is no posting at all. */
    static Outcome readDetails(Adapter adapter, Board board, Stub stub, FetchedPage page) {
        return read(
                answer -> Listing.read(details -> readDetails(adapter, board, stub, answer, details)),
                Validators.NONE,
                page,
                0);
    }

    private static void readDetails(Adapter adapter, Board board, Stub stub, Answer answer, Listing details)
            throws IOException {
        Posting posting;
        try {
            posting = adapter.details(board, stub, answer);
        } catch (UnusablePosting e) {
            Log.debugf("no posting in the details of a listing board=%s reason=%s", board.name(), e.getMessage());
            return;
        }
        if (posting == null) {
            details.gone();
        } else {
            details.add(() -> posting.detailsOf(stub));
        }
    }

    private static Outcome read(Form form, Validators shown, FetchedPage page, int before) {
        int status = page.status();
        String answers = "answers " + status;
        return switch (status) {
            case 304 ->
                shown.any()
                        ? new Outcome.NotModified()
                        : new Outcome.Unreachable("answers 304 to a request without validators", null);
            case 401, 403, 407, 429, 451 -> new Outcome.Blocked(answers, page.retryAfter());
            case 404, 410 -> new Outcome.Gone(answers);
            case 408, 425 -> new Outcome.Unreachable(answers, page.retryAfter());
            default -> {
                if (BotWall.recognises(page)) {
                    yield new Outcome.Blocked("bot wall, " + answers, page.retryAfter());
                }
                yield status >= 500 ? new Outcome.Unreachable(answers, page.retryAfter()) : inForm(form, page, before);
            }
        };
    }

    /** What it amounts to that no answer came. */
    static Outcome of(FetchFailure failure) {
        String reason = failure.kind() + ": " + failure.getMessage();
        return switch (failure.kind()) {
            case DISALLOWED -> new Outcome.Blocked(reason, null);
            case REFUSED_ADDRESS,
                    UNKNOWN_HOST,
                    NO_CONNECTION,
                    NO_TRUST,
                    TIMED_OUT,
                    TOO_LARGE,
                    TOO_MANY_REDIRECTS,
                    BROKEN,
                    ROBOTS_UNREADABLE,
                    HOST_RESTS -> new Outcome.Unreachable(reason, failure.retryAfter());
        };
    }

    private static Outcome inForm(Form form, FetchedPage page, int before) {
        if (page.status() < 200 || page.status() >= 300) {
            return new Outcome.ChangedShape("answers " + page.status());
        }
        try (InputStream body = page.body().open()) {
            return form.read(new Answer(page.url().uri(), page.contentType(), body, before));
        } catch (IOException e) {
            return new Outcome.Unreachable("broken answer: " + e.getMessage(), null);
        }
    }
}
