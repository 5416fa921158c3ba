package io.earlybrd.scraper.provider;

import io.earlybrd.events.Attribution;
import io.earlybrd.events.Place;
import io.earlybrd.events.Salary;
import io.earlybrd.scraper.normalise.Agency;
import io.earlybrd.scraper.normalise.Countries;
import io.earlybrd.scraper.normalise.EmploymentType;
import io.earlybrd.scraper.normalise.Pay;
import io.earlybrd.scraper.normalise.PayStatement;
import io.earlybrd.scraper.normalise.PlaceNames;
import io.earlybrd.scraper.normalise.PlainText;
import io.earlybrd.scraper.normalise.Seniority;
import io.earlybrd.scraper.normalise.Workplace;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** A listing as the provider wrote it. {@link #posting} cleans it, so that no adapter can forget to. */
public final class PostingDraft {

    // The id is part of an index, which takes rows of up to 2,704 bytes.
    private static final int MAX_ID_BYTES = 2_000;
    private static final int MAX_OPENING_LENGTH = 100;
    private static final int MAX_LINE_LENGTH = 500;

    // So much of a line is cleaned, though much of it may be escapes and blanks.
    private static final int MAX_WRITTEN_LENGTH = 10_000;
    private static final int MAX_URL_LENGTH = 2_000;

    // A job with the longest description and all its places must fit into a record of a megabyte.
    private static final int MAX_PLACES = 200;
    private static final int MAX_PLACE_LENGTH = 200;

    // Year 1 stands for "not stated" in more than one program, and the database knows no year 292278994.
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant TOO_LATE = Instant.parse("2100-01-01T00:00:00Z");

    private final String externalId;
    private final List<Place> places = new ArrayList<>();

    /** What the texts of the places say, of offices and remote work. */
    private final List<String> sayings = new ArrayList<>();

    private final StringBuilder html = new StringBuilder();
    private String title = "";
    private String company = "";
    private String url = "";
    private String pay = "";
    private String opening = "";
    private @Nullable Workplace workplace;
    private @Nullable EmploymentType employmentType;
    private @Nullable Seniority seniority;
    private @Nullable Salary salary;
    private @Nullable Instant postedAt;
    private @Nullable String attributedTo;
    private String attributionLink = "";

    /** A draft of the listing with this id at the provider. */
    public PostingDraft(String externalId) {
        this.externalId = externalId.strip();
    }

    /** What the job is called. */
    public PostingDraft title(String text) {
        title = text;
        return this;
    }

    /** The employer; the first one that is neither null nor blank is taken. */
    public PostingDraft company(@Nullable String name) {
        company = name == null || !company.isBlank() ? company : name;
        return this;
    }

    /** A text that may pack several places. */
    public PostingDraft places(String packed) {
        return addAll(packed, null);
    }

    /** Places of which the provider states the country of the first one, as ISO 3166-1 alpha-2. */
    public PostingDraft places(String packed, String countryCode) {
        return addAll(packed, countryCode);
    }

    /**
     * A place of which the provider states the parts in fields of their own; what is blank is not stated.
     *
     * @param text the place as people read it; blank if the provider has no such text
     * @param country a code or a name in English
     */
    public PostingDraft place(String text, String city, String region, String country) {
        Address address = new Address(city, region, country);
        String given = placeName(text);
        return given.isEmpty() ? place(address) : add(given, address.named(given));
    }

    /** One place whose parts the provider states apart. */
    public PostingDraft place(Address address) {
        return address.place().map(place -> add(place.text(), place)).orElse(this);
    }

    /** A text that may pack several places, and the address of the first one; without a text, the address alone. */
    public PostingDraft places(String packed, Address first) {
        List<String> names = placeNames(packed);
        if (names.isEmpty()) {
            return place(first);
        }
        return names.size() == 1
                ? add(packed, first.named(names.get(0)))
                : addAll(packed, Countries.code(first.country()));
    }

    /** Where the provider's own field says the work is done; null leaves it to the words in places and title. */
    public PostingDraft workplace(@Nullable Workplace stated) {
        workplace = workplace == null ? stated : workplace;
        return this;
    }

    /** The kind of contract that the provider's own field says; the first one that is known is taken. Null leaves it to the title. */
    public PostingDraft employmentType(@Nullable EmploymentType stated) {
        employmentType = employmentType == null ? stated : employmentType;
        return this;
    }

    /** The level that the provider's own field says; the first one that is known is taken. Null leaves it to the title. */
    public PostingDraft seniority(@Nullable Seniority stated) {
        seniority = seniority == null ? stated : seniority;
        return this;
    }

    /** A further piece of the description. */
    public PostingDraft html(String piece) {
        html.append(piece).append('\n');
        return this;
    }

    /** A further piece of the description under a heading of its own, which may be blank; without a piece there is neither. */
    public PostingDraft section(String heading, String piece) {
        if (piece.isBlank()) {
            return this;
        }
        return (heading.isBlank() ? this : html("<h3>" + Entities.escape(heading) + "</h3>")).html(piece);
    }

    /** A further piece of the description that is no markup; its line breaks stay. */
    public PostingDraft text(String piece) {
        return html(Entities.escape(piece).replace("\n", "<br>"));
    }

    /** The employer's page of this job. */
    public PostingDraft url(String address) {
        url = address;
        return this;
    }

    /** Pay, if the employer states it in figures; the first that is known is taken. Null leaves it to what is written. */
    public PostingDraft salary(@Nullable Salary stated) {
        salary = salary == null ? stated : salary;
        return this;
    }

    /** Pay, as the provider's own field writes it; if that says nothing certain, the description may. */
    public PostingDraft pay(String text) {
        pay = pay.isBlank() ? text : pay;
        return this;
    }

    /** When the provider says that it was posted; a time that cannot be right is not stated. */
    public PostingDraft postedAt(@Nullable Instant stated) {
        postedAt = stated == null || stated.isBefore(EARLIEST) || !stated.isBefore(TOO_LATE) ? null : stated;
        return this;
    }

    /**
     * What the provider asks to be named as wherever the job is shown.
     *
     * @param link to the job there
     */
    public PostingDraft attribution(String name, String link) {
        attributedTo = name;
        attributionLink = link;
        return this;
    }

    /** The provider's own id of the opening, where one opening may have several listings; blank if it states none. */
    public PostingDraft opening(String id) {
        opening = id;
        return this;
    }

    /**
     * The clean posting.
     *
     * @throws UnusablePosting if it has no id, no title, no employer or no address to apply at
     */
    public Posting posting() {
        String cleanTitle = required(line(title), "title");
        String cleanCompany = required(line(company), "company");
        String description = PlainText.ofHtml(html.toString());
        return new Posting(
                checkedId(),
                cleanTitle,
                cleanCompany,
                places,
                workplace == null ? Workplace.mentioned(sayings, cleanTitle) : workplace,
                employmentType == null ? EmploymentType.ofTitle(cleanTitle) : employmentType,
                seniority == null ? Seniority.ofTitle(cleanTitle) : seniority,
                salary == null ? writtenSalary(description) : salary,
                description,
                address(url),
                postedAt,
                Agency.isEvident(cleanCompany, description),
                attributedTo == null ? null : new Attribution(attributedTo, address(attributionLink)),
                openingId(),
                null);
    }

    /** One that is longer than any was written for something else. */
    private @Nullable String openingId() {
        String id = line(opening);
        return id.isEmpty() || id.length() > MAX_OPENING_LENGTH ? null : id;
    }

    private @Nullable Salary writtenSalary(String description) {
        Set<String> countries =
                places.stream().flatMap(place -> place.country().stream()).collect(Collectors.toSet());
        Salary inField = Pay.text(line(pay), countries);
        return inField == null ? PayStatement.in(description, countries) : inField;
    }

    private PostingDraft addAll(String packed, @Nullable String countryOfFirst) {
        List<String> names = placeNames(packed);
        for (int i = 0; i < names.size(); i++) {
            add(PlaceNames.resolve(names.get(i), i == 0 ? countryOfFirst : null));
        }
        sayings.addAll(PlaceNames.pieces(packed));
        return this;
    }

    private PostingDraft add(String saying, Place place) {
        sayings.addAll(PlaceNames.pieces(saying));
        add(place);
        return this;
    }

    private static List<String> placeNames(String packed) {
        return PlaceNames.split(packed).stream()
                .map(name -> PlainText.cut(name, MAX_PLACE_LENGTH))
                .toList();
    }

    private static String placeName(String text) {
        return PlainText.cut(line(text), MAX_PLACE_LENGTH);
    }

    private void add(Place place) {
        if (places.size() < MAX_PLACES
                && places.stream().noneMatch(known -> known.text().equals(place.text()))) {
            places.add(PlaceNames.withRegionThatIsNoCity(place));
        }
    }

    /** Providers escape titles and names as if they were HTML, even in JSON. */
    private static String line(String text) {
        return PlainText.line(Parser.unescapeEntities(PlainText.cut(text, MAX_WRITTEN_LENGTH), false));
    }

    private String checkedId() {
        if (externalId.isEmpty()
                || externalId.getBytes(StandardCharsets.UTF_8).length > MAX_ID_BYTES
                || externalId.codePoints().anyMatch(PostingDraft::cannotBeStored)) {
            throw new UnusablePosting("no usable id");
        }
        return externalId;
    }

    /** Controls, and the halves of a pair without the other half. */
    private static boolean cannotBeStored(int codePoint) {
        return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE;
    }

    private String required(String line, String what) {
        if (line.isEmpty()) {
            throw new UnusablePosting("no " + what + ", id=" + externalId);
        }
        return PlainText.cut(line, MAX_LINE_LENGTH);
    }

    /** Query and fragment stay: some employers tell their jobs apart by them only. */
    private URI address(String written) {
        String address = PlainText.line(written).replace(" ", "%20");
        if (address.length() <= MAX_URL_LENGTH && address.matches("(?i)https?://[^/?#@]+([/?#].*)?")) {
            try {
                return URI.create(address);
            } catch (IllegalArgumentException e) {
                // Falls through: an address that no client can parse is as useless as none.
            }
        }
        throw new UnusablePosting("no usable address, id=" + externalId);
    }
}
