package io.earlybrd.scraper.provider.personio;

import io.earlybrd.scraper.provider.UnexpectedShape;
import java.io.ByteArrayInputStream;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jdom2.Element;
import org.jdom2.JDOMException;
import org.jdom2.input.StAXStreamBuilder;

/**
 * The positions of a document, one by one, so that those before a fault are not lost by it. No document type is accepted, and so no
 * entities, by which neither files nor a billion laughs come in.
 */
final class Positions {

    private static final XMLInputFactory XML = factory();

    private Positions() {}

    /**
     * Reads a whole document.
     *
     * @throws UnexpectedShape if it is none of positions, or breaks off
     */
    static void read(byte[] document, Consumer<Element> position) {
        try {
            XMLStreamReader xml = XML.createXMLStreamReader(new ByteArrayInputStream(document));
            enterRoot(xml);
            while (xml.hasNext()) {
                if (xml.isStartElement()) {
                    // Leaves the reader behind the element, where the next one may already begin.
                    read(xml, position);
                } else {
                    xml.next();
                }
            }
        } catch (XMLStreamException | JDOMException e) {
            // The parser's own message would quote the answer into our logs.
            throw new UnexpectedShape("malformed XML");
        }
    }

    private static void enterRoot(XMLStreamReader xml) throws XMLStreamException {
        while (!xml.isStartElement()) {
            if (xml.next() == XMLStreamConstants.DTD) {
                throw new UnexpectedShape("a document type");
            }
        }
        if (!xml.getLocalName().equals("workzag-jobs")) {
            throw new UnexpectedShape("no list of positions");
        }
        xml.next();
    }

    private static void read(XMLStreamReader xml, Consumer<Element> position) throws JDOMException {
        Element element = (Element) new StAXStreamBuilder().fragment(xml);
        if (element.getName().equals("position")) {
            position.accept(element);
        }
    }

    private static XMLInputFactory factory() {
        // That of the JDK, whatever else is on the class path.
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }
}
