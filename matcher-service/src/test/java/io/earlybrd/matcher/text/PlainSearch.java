package io.earlybrd.matcher.text;

import io.earlybrd.matcher.text.TokenisedText.Hit;
import java.util.List;
import java.util.Optional;

/** A search said as plainly as can be, from the first token to the last. */
final class PlainSearch {

    private PlainSearch() {}

    /** Where the first of these terms in a row stands. */
    static Optional<Hit> find(List<Token> tokens, List<String> row) {
        for (Token first : tokens) {
            if (!first.term().equals(row.get(0)) || row.size() == 1 && first.kind() == Token.Kind.BOUND) {
                continue;
            }
            Optional<Token> last = Optional.of(first);
            for (int i = 1; i < row.size() && last.isPresent(); i++) {
                int position = first.position() + i;
                String term = row.get(i);
                last = tokens.stream()
                        .filter(token ->
                                token.position() == position && token.term().equals(term))
                        .findFirst();
            }
            if (last.isPresent()) {
                return Optional.of(new Hit(first.start(), last.get().end()));
            }
        }
        return Optional.empty();
    }
}
