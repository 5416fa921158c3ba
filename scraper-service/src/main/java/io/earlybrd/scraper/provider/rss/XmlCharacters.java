package io.earlybrd.scraper.provider.rss;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Text with a blank for each character that no XML may contain. Word processors leave such controls in what people paste, and one
 * of them, in one item, would make a whole feed unreadable.
 */
final class XmlCharacters extends FilterReader {

    XmlCharacters(Reader text) {
        super(text);
    }

    @Override
    public int read() throws IOException {
        int character = super.read();
        return character < 0 ? character : allowed((char) character);
    }

    @Override
    public int read(char[] into, int from, int length) throws IOException {
        int count = super.read(into, from, length);
        for (int i = from; i < from + count; i++) {
            into[i] = allowed(into[i]);
        }
        return count;
    }

    private static char allowed(char character) {
        boolean control = character < ' ' && character != '\t' && character != '\n' && character != '\r';
        return control || character == '\ufffe' || character == '\uffff' ? ' ' : character;
    }
}
