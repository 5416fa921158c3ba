package io.earlybrd.matcher.recent;

import io.earlybrd.matcher.text.Token;
import io.earlybrd.matcher.text.Tokeniser;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.BytesRef;

/**
 * The terms of a text as the index holds them: those of {@link Tokeniser}, at its positions. A term that counts only within phrases is
 * another one in the index, so that it is not found alone.
 */
final class IndexedTerms extends TokenStream {

    private static final char WITHIN_PHRASES = 0;

    /** In bytes; longer terms are replaced by their digest, since an index has a limit. */
    private static final int LONGEST = 255;

    private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final List<Token> tokens;
    private Iterator<Token> left;
    private int position;

    private IndexedTerms(List<Token> tokens) {
        this.tokens = tokens;
        left = tokens.iterator();
    }

    static IndexedTerms of(String text) {
        return new IndexedTerms(Tokeniser.tokens(text));
    }

    /** A term where it counts by itself. */
    static BytesRef alone(String term) {
        return shortened(term);
    }

    /** A term where it counts only within phrases. */
    static BytesRef withinPhrases(String term) {
        return shortened(WITHIN_PHRASES + term);
    }

    @Override
    public void reset() {
        left = tokens.iterator();
        position = -1;
    }

    @Override
    public boolean incrementToken() {
        if (!left.hasNext()) {
            return false;
        }
        clearAttributes();
        Token token = left.next();
        term.setBytesRef(token.kind() == Token.Kind.BOUND ? withinPhrases(token.term()) : alone(token.term()));
        step.setPositionIncrement(token.position() - position);
        position = token.position();
        return true;
    }

    private static BytesRef shortened(String term) {
        byte[] bytes = term.getBytes(StandardCharsets.UTF_8);
        return new BytesRef(bytes.length <= LONGEST ? bytes : digest(bytes));
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
