package io.earlybrd.scraper.provider.jobposting;

import com.fasterxml.jackson.databind.JsonNode;
import io.earlybrd.scraper.normalise.Dates;
import io.earlybrd.scraper.normalise.EmploymentType;
import io.earlybrd.scraper.normalise.LastDay;
import io.earlybrd.scraper.normalise.Workplace;
import io.earlybrd.scraper.provider.PostingDraft;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Reads a schema.org JobPosting into a draft. Any value may be a text, an object or a list of either, whatever the vocabulary says;
 * what cannot be understood is not stated.
 */
public final class JobPostingReader {

    private static final Pattern TYPE = Pattern.compile("(?:.*[/:#])?JobPosting");

    private static final List<String> FURTHER_TEXTS = List.of(
            "responsibilities",
            "qualifications",
            "experienceRequirements",
            "educationRequirements",
            "skills",
            "jobBenefits",
            "incentiveCompensation");

    private static final Set<String> CONTINENTS = Set.of(
            "europe",
            "asia",
            "africa",
            "oceania",
            "north america",
            "south america",
            "latin america",
            "emea",
            "apac",
            "amer",
            "latam");

    private JobPostingReader() {}

    /** Whether a node is a JobPosting: its type may be a name, an address that ends with it, or a list of them. */
    public static boolean isPosting(JsonNode node) {
        return Schema.values(node.path("@type"))
                .map(Schema::text)
                .anyMatch(type -> TYPE.matcher(type).matches());
    }

    /** The employer's own id of the job; empty if none is stated. */
    public static String identifier(JsonNode posting) {
        return Schema.values(posting.path("identifier"))
                .map(id -> id.isObject() ? Schema.text(id.path("value")) : Schema.text(id))
                .filter(id -> !id.isBlank())
                .findFirst()
                .orElse("");
    }

    /** When it is over, by its {@linkplain LastDay last day}; null if it states none. */
    public static @Nullable Instant end(JsonNode posting) {
        return LastDay.end(Schema.text(posting.path("validThrough")));
    }

    /** Whether its {@linkplain LastDay last day} is over. */
    public static boolean isOver(JsonNode posting, Instant now) {
        return LastDay.isOver(Schema.text(posting.path("validThrough")), now);
    }

    /** The address of the job; empty if none is stated. */
    public static String url(JsonNode posting, URI page) {
        String stated = Schema.text(posting.path("url")).strip();
        if (stated.isEmpty()) {
            return "";
        }
        try {
            URI resolved = page.resolve(stated.replace(" ", "%20"));
            return "http".equals(resolved.getScheme()) || "https".equals(resolved.getScheme())
                    ? resolved.toString()
                    : "";
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /**
     * Adds to a draft what a posting says; what it does not say stays as it is.
     *
     * @param page where it stands; addresses in it are relative to that
     */
    public static PostingDraft fill(PostingDraft draft, JsonNode posting, URI page) {
        String title = Stream.of("title", "name")
                .map(member -> Schema.text(posting.path(member)))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
        if (!title.isEmpty()) {
            draft.title(title);
        }
        String url = url(posting, page);
        if (!url.isEmpty()) {
            draft.url(url);
        }
        Instant posted = Dates.read(Schema.text(posting.path("datePosted")));
        if (posted != null) {
            draft.postedAt(posted);
        }
        places(draft, posting);
        description(draft, posting);
        return draft.company(Schema.text(posting.path("hiringOrganization")))
                .employmentType(employmentType(posting.path("employmentType")))
                .salary(BaseSalary.read(posting))
                .pay(
                        posting.path("baseSalary").isTextual()
                                ? posting.path("baseSalary").asText()
                                : "");
    }

    /** Who works from home may do so from where the employer says; the office that is named beside it matters no more then. */
    private static void places(PostingDraft draft, JsonNode posting) {
        boolean remote = Schema.values(posting.path("jobLocationType"))
                .anyMatch(type -> Workplace.stated(Schema.text(type)) == Workplace.REMOTE);
        List<JsonNode> from = Schema.values(posting.path("applicantLocationRequirements"))
                .filter(area -> !Schema.text(area).isBlank())
                .toList();
        if (remote) {
            draft.workplace(Workplace.REMOTE);
        }
        if (remote && !from.isEmpty()) {
            from.forEach(area -> area(draft, area));
        } else {
            Schema.values(posting.path("jobLocation")).forEach(place -> place(draft, place));
        }
    }

    private static void area(PostingDraft draft, JsonNode area) {
        String name = Schema.text(area);
        switch (Schema.text(area.path("@type"))) {
            case "Country" -> draft.place("", "", "", name);
            case "State", "AdministrativeArea" -> draft.place("", "", name, "");
            case "City" -> draft.place("", name, "", "");
            default -> draft.places(name);
        }
    }

    private static void place(PostingDraft draft, JsonNode place) {
        if (!place.isObject()) {
            draft.places(Schema.text(place));
            return;
        }
        List<JsonNode> addresses = Schema.values(place.path("address")).toList();
        if (addresses.isEmpty()) {
            address(draft, place);
        } else {
            addresses.forEach(address -> address(draft, address));
        }
    }

    private static void address(PostingDraft draft, JsonNode address) {
        String city = Schema.text(address.path("addressLocality"));
        String region = Schema.text(address.path("addressRegion"));
        String country = Schema.text(address.path("addressCountry"));
        if (city.isBlank() && region.isBlank() && country.isBlank()) {
            draft.places(Schema.text(address));
        } else if (city.isBlank() && region.isBlank()) {
            draft.place("", "", "", country);
        } else {
            draft.place("", city, isContinent(region) || region.strip().equals(city.strip()) ? "" : region, country);
        }
    }

    private static boolean isContinent(String region) {
        return CONTINENTS.contains(region.strip().toLowerCase(Locale.ROOT));
    }

    /** Several types are a choice of which nobody knows the outcome, unless one of them is an internship: that is one in any case. */
    private static @Nullable EmploymentType employmentType(JsonNode stated) {
        Set<EmploymentType> types = new LinkedHashSet<>();
        Schema.values(stated)
                .flatMap(value -> Stream.of(Schema.text(value).split("[,;|]")))
                .map(EmploymentType::stated)
                .filter(type -> type != null)
                .forEach(types::add);
        if (types.contains(EmploymentType.INTERNSHIP)) {
            return EmploymentType.INTERNSHIP;
        }
        return types.size() == 1 ? types.iterator().next() : null;
    }

    private static void description(PostingDraft draft, JsonNode posting) {
        String description = html(Schema.text(posting.path("description")));
        draft.html(description);
        for (String member : FURTHER_TEXTS) {
            Schema.values(posting.path(member))
                    .map(text -> html(Schema.text(text)))
                    .filter(text -> !text.isBlank() && !description.contains(text))
                    .forEach(draft::html);
        }
    }

    /** Some escape the HTML once more; markup that stands there openly shows that it was not. */
    private static String html(String text) {
        return text.indexOf('<') < 0 && text.contains("&lt;") ? Parser.unescapeEntities(text, false) : text;
    }
}
