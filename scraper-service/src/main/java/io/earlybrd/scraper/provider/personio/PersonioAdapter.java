package io.earlybrd.scraper.provider.personio;

import io.earlybrd.scraper.normalise.Dates;
import io.earlybrd.scraper.normalise.EmploymentType;
import io.earlybrd.scraper.normalise.Seniority;
import io.earlybrd.scraper.provider.Adapter;
import io.earlybrd.scraper.provider.Answer;
import io.earlybrd.scraper.provider.BaseUrl;
import io.earlybrd.scraper.provider.Board;
import io.earlybrd.scraper.provider.BoardNames;
import io.earlybrd.scraper.provider.BoardRequest;
import io.earlybrd.scraper.provider.ExternalIds;
import io.earlybrd.scraper.provider.Listing;
import io.earlybrd.scraper.provider.Outcome;
import io.earlybrd.scraper.provider.Posting;
import io.earlybrd.scraper.provider.PostingDraft;
import io.earlybrd.scraper.provider.Provider;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdom2.Element;

/** Personio: one XML document is the whole board. It names no addresses; a job's page is found by the job's id. */
@ApplicationScoped
public class PersonioAdapter implements Adapter {

    private static final Provider PROVIDER = Provider.ofEmployers("personio", BoardNames::label);

    private static final long MAX_BYTES = 16L << 20;

    private final BaseUrl base;

    public PersonioAdapter(@ConfigProperty(name = "earlybrd.provider.personio.url") String base) {
        this.base = new BaseUrl(base);
    }

    @Override
    public Provider about() {
        return PROVIDER;
    }

    @Override
    public BoardRequest request(Board board) {
        return new BoardRequest(
                base.of(board.name(), "/xml?language=en"), "application/xml, text/xml;q=0.9", MAX_BYTES);
    }

    @Override
    public Outcome read(Board board, Answer answer) throws IOException {
        return Listing.read(listing ->
                Positions.read(answer.body().readAllBytes(), position -> listing.add(() -> posting(board, position))));
    }

    private Posting posting(Board board, Element position) {
        String id = ExternalIds.fit(text(position, "id").strip());
        PostingDraft draft = new PostingDraft(id)
                .title(text(position, "name"))
                .company(board.company())
                .company(text(position, "subcompany"))
                .company(board.name())
                .places(text(position, "office"))
                .employmentType(EmploymentType.stated(text(position, "employmentType")))
                .employmentType(EmploymentType.stated(text(position, "schedule")))
                .seniority(Seniority.stated(text(position, "seniority")))
                .url(base.of(board.name(), "/job/" + id).toString())
                .postedAt(Dates.read(text(position, "createdAt")));
        for (Element offices : position.getChildren("additionalOffices")) {
            offices.getChildren("office").forEach(office -> draft.places(office.getText()));
        }
        for (Element descriptions : position.getChildren("jobDescriptions")) {
            descriptions
                    .getChildren("jobDescription")
                    .forEach(part -> draft.section(text(part, "name"), text(part, "value")));
        }
        return draft.posting();
    }

    private static String text(Element parent, String child) {
        String text = parent.getChildText(child);
        return text == null ? "" : text;
    }
}
