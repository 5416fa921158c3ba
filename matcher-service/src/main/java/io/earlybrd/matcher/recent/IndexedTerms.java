package io.earlybrd.matcher.recent;

import io.earlybrd.matcher.text.Terms;
import io.earlybrd.matcher.text.TokenisedText;
import java.nio.ByteBuffer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.BytesRef;

/**
 * The terms of a text as the index holds them: the identities of those of {@link TokenisedText}, at its positions. A term that counts
 * only within phrases is another one in the index, so that it is not found alone.
 */
final class IndexedTerms extends TokenStream {

    private static final byte WITHIN_PHRASES = 0;

    private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final TokenisedText text;
    private int next;

    IndexedTerms(TokenisedText text) {
        this.text = text;
    }

    /** A term where it counts by itself. */
    static BytesRef alone(String term) {
        return alone(Terms.hash(term));
    }

    /** A term where it counts only within phrases. */
    static BytesRef withinPhrases(String term) {
        return withinPhrases(Terms.hash(term));
    }

    @Override
    public void reset() {
        next = 0;
    }

    @Override
    public boolean incrementToken() {
        if (next == text.size()) {
            return false;
        }
        clearAttributes();
        long identity = text.term(next);
        term.setBytesRef(text.standsAlone(next) ? alone(identity) : withinPhrases(identity));
        int before = next == 0 ? -1 : text.position(next - 1);
        step.setPositionIncrement(text.position(next) - before);
        next++;
        return true;
    }

    private static BytesRef alone(long identity) {
        return new BytesRef(ByteBuffer.allocate(Long.BYTES).putLong(identity).array());
    }

    private static BytesRef withinPhrases(long identity) {
        return new BytesRef(ByteBuffer.allocate(Byte.BYTES + Long.BYTES)
                .put(WITHIN_PHRASES)
                .putLong(identity)
                .array());
    }
}
