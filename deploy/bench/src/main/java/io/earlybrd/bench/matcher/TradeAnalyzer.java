package io.earlybrd.bench.matcher;

import io.earlybrd.matcher.text.Token;
import io.earlybrd.matcher.text.Tokeniser;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Gives Lucene the words that our tokeniser finds. */
final class TradeAnalyzer extends Analyzer {

    /** No phrase reaches from the title into the body. */
    private static final int GAP = 100;

    @Override
    protected TokenStreamComponents createComponents(String fieldName) {
        return new TokenStreamComponents(new TradeTokenizer());
    }

    @Override
    public int getPositionIncrementGap(String fieldName) {
        return GAP;
    }

    /** As Lucene sees it; what counts only within phrases has a mark. */
    static String termOf(Token token) {
        return token.kind() == Token.Kind.BOUND ? LuceneFields.BOUND + token.term() : token.term();
    }

    private static final class TradeTokenizer extends org.apache.lucene.analysis.Tokenizer {

        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);

        private Iterator<Token> tokens;
        private int position;

        @Override
        public void reset() throws IOException {
            super.reset();
            tokens = read(input).iterator();
            position = -1;
        }

        @Override
        public boolean incrementToken() {
            if (!tokens.hasNext()) {
                return false;
            }
            clearAttributes();
            Token token = tokens.next();
            term.append(termOf(token));
            increment.setPositionIncrement(token.position() - position);
            position = token.position();
            return true;
        }

        private static List<Token> read(Reader reader) throws IOException {
            StringWriter text = new StringWriter();
            reader.transferTo(text);
            return Tokeniser.tokens(text.toString());
        }
    }
}
