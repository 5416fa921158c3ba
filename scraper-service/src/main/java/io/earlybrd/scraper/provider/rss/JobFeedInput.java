package io.earlybrd.scraper.provider.rss;

import com.rometools.rome.feed.WireFeed;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedInput;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.filter.Filters;

/**
 * Rome's parser, made fit for strangers' job feeds: no document type, and so no entities, by which neither files nor a billion
 * laughs come in; and the elements that job feeds add without a namespace, which Rome would drop, are kept with the others that it
 * does not know.
 */
final class JobFeedInput extends WireFeedInput {

    /** Read by Rome, which knows the dates of the standard only. */
    private static final String DATE = "pubDate";

    private static final Namespace KEPT = Namespace.getNamespace("kept", "urn:earlybrd:kept");

    JobFeedInput() {
        super(false, Locale.ROOT);
        setAllowDoctypes(false);
        // Blanks before the prolog and HTML's named characters are the commonest faults of feeds.
        setXmlHealerOn(true);
    }

    /**
     * Reads a feed of any format.
     *
     * @throws FeedException if it is none
     */
    SyndFeed read(Reader characters) throws FeedException {
        return new SyndFeedImpl(build(characters));
    }

    @Override
    public WireFeed build(Document document) throws IllegalArgumentException, FeedException {
        List<Element> items = new ArrayList<>();
        document.getDescendants(Filters.element("item")).forEach(items::add);
        for (Element item : items) {
            for (Element member : List.copyOf(item.getChildren())) {
                boolean plain = member.getNamespace().equals(Namespace.NO_NAMESPACE);
                if (plain && member.getName().equals(DATE)) {
                    item.addContent(new Element(DATE, KEPT).setText(member.getText()));
                } else if (plain && JobElement.isOne(member)) {
                    member.setNamespace(KEPT);
                }
            }
        }
        return super.build(document);
    }
}
