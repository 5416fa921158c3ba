package io.earlybrd.scraper.provider.rss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.earlybrd.events.Place;
import io.earlybrd.events.Salary;
import io.earlybrd.scraper.normalise.EmploymentType;
import io.earlybrd.scraper.normalise.Workplace;
import io.earlybrd.scraper.provider.Adapter.Coverage;
import io.earlybrd.scraper.provider.Answer;
import io.earlybrd.scraper.provider.Board;
import io.earlybrd.scraper.provider.InvalidBoard;
import io.earlybrd.scraper.provider.Outcome;
import io.earlybrd.scraper.provider.Posting;
import io.earlybrd.scraper.testing.Fixture;
import io.earlybrd.testkit.MutableClock;
import io.earlybrd.testkit.SharedData;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("S2")
class RssAdapterTest {

    private final RssAdapter adapter = new RssAdapter(MutableClock.at(Instant.parse("2026-04-01T00:00:00Z")));
    private final Board harbour = new Board("https://jobs.harbour.example/feed.xml", null);

    @Test
    void item_isReadWithWhatJobFeedsAdd() throws IOException {
        Posting job = read(Fixture.bytes("rss.xml")).postings().get(0);

        assertThat(job)
                .isEqualTo(new Posting(
                        "harbour:1",
                        "Crane Operator: Night Shift, R&D",
                        "Harbour Works",
                        List.of(
                                new Place("Hamburg", Optional.of("Hamburg"), Optional.of("Hamburg"), Optional.of("DE")),
                                new Place("Bremen", Optional.of("Bremen"), Optional.of("Bremen"), Optional.of("DE"))),
                        null,
                        EmploymentType.PART_TIME,
                        null,
                        null,
                        "Lift heavy things.",
                        URI.create("https://jobs.harbour.example/jobs/1?ref=feed"),
                        Instant.parse("2026-03-27T19:20:27Z"),
                        false,
                        null,
                        null,
                        null));
    }

    @Test
    void itemWithTheLeast_hasItsLinkAsIdAndTheFeedAsCompany() throws IOException {
        Posting job = read(Fixture.bytes("rss.xml")).postings().get(1);

        assertThat(job.externalId()).isEqualTo("https://jobs.harbour.example/jobs/2");
        assertThat(job.company()).isEqualTo("Harbour Jobs");
        assertThat(job.postedAt())
                .as("not the date of the standard")
                .isEqualTo(Instant.parse("2013-04-12T15:52:34.190Z"));
    }

    @Test
    void weWorkRemotely_namesTheCompanyInTheTitle() throws IOException {
        Posting job = read(Fixture.bytes("rss.xml")).postings().get(2);

        assertThat(job.company()).isEqualTo("Contra");
        assertThat(job.title()).isEqualTo("Product Designer: Network");
        assertThat(job.places()).containsExactly(Place.of("Anywhere in the World"));
        assertThat(job.workplace()).isEqualTo(Workplace.REMOTE);
        assertThat(job.employmentType()).isEqualTo(EmploymentType.CONTRACT);
    }

    @Test
    void itemThatExpired_isNotListed() throws IOException {
        // Given
        RssAdapter later = new RssAdapter(MutableClock.at(Instant.parse("2026-05-01T00:00:00Z")));

        // When
        Outcome outcome = later.read(harbour, answer(Fixture.bytes("rss.xml")));

        // Then
        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.OK);
        assertThat(outcome.postings()).extracting(Posting::company).doesNotContain("Contra");
    }

    @Test
    void neogov_isReadWithItsOwnElements() throws IOException {
        Posting job = read(Fixture.bytes("neogov.rss")).postings().get(0);

        assertThat(job.title()).isEqualTo("Ferry Deckhand");
        assertThat(job.company()).isEqualTo("Province of Fjordland");
        assertThat(job.places())
                .extracting(Place::text, Place::region, Place::country)
                .containsExactly(tuple("Sandvik, Michigan", Optional.of("Michigan"), Optional.of("US")));
        assertThat(job.employmentType()).isEqualTo(EmploymentType.FULL_TIME);
        assertThat(job.salary()).isEqualTo(new Salary(Optional.of(5_933_400L), Optional.of(7_706_600L), "USD", "year"));
        assertThat(job.postedAt()).isEqualTo(Instant.parse("2026-03-08T15:15:21.773Z"));
        assertThat(job.description()).isEqualTo("Tie knots.");
    }

    /** Of plug-ins and vendors whose feeds are common, each with a namespace of its own or none. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<company>Oakline</company><location>Oslo, Norway</location><job_type>Part time</job_type>"
                        + "<salary>50000 EUR per year</salary>",
                "<j:company>Oakline</j:company><j:location>Oslo, Norway</j:location><j:job_type>Part-Time</j:job_type>"
                        + "<j:salary>50000 EUR per year</j:salary>",
                "<j:employer>Oakline</j:employer><j:location>Oslo, Norway</j:location><j:job_type>part-time</j:job_type>"
                        + "<j:salary>EUR 50000 / year</j:salary>",
                "<companyName>Oakline</companyName><jobLocation>Oslo, Norway</jobLocation>"
                        + "<employmentType>PART_TIME</employmentType><salary>50.000 EUR pro Jahr</salary>",
                "<j:content><Vacancy><Employer_Name>Oakline</Employer_Name><Job_Location>Oslo, Norway</Job_Location>"
                        + "<Working_Patterns>part_time</Working_Patterns><Salary>50000 EUR per year</Salary></Vacancy></j:content>"
            })
    void whatJobFeedsAdd_isReadUnderAnyOfItsNames(String added) throws IOException {
        Posting job = item("<title>Welder</title><link>https://a.example/1</link>" + added)
                .postings()
                .get(0);

        assertThat(job.company()).isEqualTo("Oakline");
        assertThat(job.places()).extracting(Place::text).containsExactly("Oslo, Norway");
        assertThat(job.employmentType()).isEqualTo(EmploymentType.PART_TIME);
        assertThat(job.salary()).isEqualTo(new Salary(Optional.of(5_000_000L), Optional.of(5_000_000L), "EUR", "year"));
    }

    @ParameterizedTest
    @CsvSource({
        "<expires_at>2026-05-01</expires_at>, 2026-05-02T11:59:00Z, 2026-05-02T12:01:00Z",
        "<j:expiration_date>2026-05-01</j:expiration_date>, 2026-05-02T11:59:00Z, 2026-05-02T12:01:00Z",
        "<closingDate>1 May 2026 17:00 GMT</closingDate>, 2026-05-01T16:59:00Z, 2026-05-01T17:01:00Z",
        "<expiresAt>2026-05-01T01:40:35+0100</expiresAt>, 2026-05-01T00:40:00Z, 2026-05-01T00:41:00Z"
    })
    void itemOfAJobThatCloses_isListedToTheEndOfItsLastDay(String end, Instant open, Instant over) throws IOException {
        byte[] feed = feed("<title>Welder</title><link>https://a.example/1</link>" + end);

        assertThat(new RssAdapter(MutableClock.at(open))
                        .read(harbour, answer(feed))
                        .postings())
                .hasSize(1);
        assertThat(new RssAdapter(MutableClock.at(over))
                        .read(harbour, answer(feed))
                        .postings())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u0008", "\u000b", "\u001f", "\uffff"})
    @Tag("S3")
    void characterThatNoXmlMayContain_isABlank(String character) throws IOException {
        Outcome outcome = item("<title>Welder" + character + "nights</title><link>https://a.example/1</link>");

        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.OK);
        assertThat(outcome.postings()).extracting(Posting::title).containsExactly("Welder nights");
    }

    @Test
    void vacancyOfATeachingFeed_isReadFromItsOwnElements() throws IOException {
        Posting job = item("<reference>44</reference><jobTitle>Class Teacher</jobTitle>"
                        + "<advertUrl>https://a.example/44</advertUrl><jobAdvert>Teach the class.</jobAdvert>"
                        + "<publishOn>2026-03-02</publishOn><workingPatterns>part_time</workingPatterns>")
                .postings()
                .get(0);

        assertThat(job.title()).isEqualTo("Class Teacher");
        assertThat(job.url()).isEqualTo(URI.create("https://a.example/44"));
        assertThat(job.description()).isEqualTo("Teach the class.");
        assertThat(job.postedAt()).isEqualTo("2026-03-02T00:00:00Z");
        assertThat(job.employmentType()).isEqualTo(EmploymentType.PART_TIME);
    }

    /** Only one of the recorded teaching documents is a feed, but for one end tag in another case; the others have forms of their own. */
    @Test
    void recordedTeachingFeed_isRead() throws IOException {
        // Given
        String recorded = Files.readString(
                SharedData.path("jobs/uk-teaching-feeds/teaching-vacancies__ventrus_with_parental_leave_cover.xml"));
        String mended = recorded.replace("</Visa_sponsorship_available>", "</Visa_Sponsorship_Available>");

        // When
        Outcome outcome = read(mended.getBytes(StandardCharsets.UTF_8));

        // Then
        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.OK);
        Posting job = outcome.postings().get(0);
        assertThat(job.title()).isEqualTo("Teaching Assistant");
        assertThat(job.description()).isEqualTo("This is a random advert text\nwith HTML");
        assertThat(job.employmentType()).isEqualTo(EmploymentType.PART_TIME);
        assertThat(job.salary()).isEqualTo(new Salary(Optional.of(2_157_500L), Optional.of(2_236_900L), "GBP", "year"));
    }

    @Test
    void titleThatIsMarkedUp_isReadAsText() throws IOException {
        String feed = "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Oakline</title><entry><id>1</id>"
                + "<title type=\"html\">Welder &lt;b&gt;Nights&lt;/b&gt;</title><link href=\"https://a.example/1\"/></entry></feed>";

        assertThat(read(feed.getBytes(StandardCharsets.UTF_8)).postings())
                .extracting(Posting::title)
                .containsExactly("Welder Nights");
    }

    @Test
    void neogovWithoutPayAndItemThatExpired_sayNothing() throws IOException {
        List<Posting> jobs = read(Fixture.bytes("neogov.rss")).postings();

        assertThat(jobs).extracting(Posting::title).containsExactly("Ferry Deckhand", "Ferry Cook");
        assertThat(jobs.get(1).salary()).as("\"Not Displayed\"").isNull();
    }

    @Test
    void companyBehindEveryTitle_isTakenFromThere() throws IOException {
        // Given
        String items = IntStream.range(0, 5)
                .mapToObj(i -> "<item><title>Chef at Large " + i + " at Firm " + i + "</title><link>https://a.example/"
                        + i + "</link></item>")
                .collect(Collectors.joining());

        // When
        Posting job = read(("<rss version=\"2.0\"><channel><title>All jobs</title>" + items + "</channel></rss>")
                        .getBytes(StandardCharsets.UTF_8))
                .postings()
                .get(0);

        // Then
        assertThat(job.title()).isEqualTo("Chef at Large 0");
        assertThat(job.company()).isEqualTo("Firm 0");
    }

    @Test
    void jsonFeed_isReadByWhatItIs() throws IOException {
        List<Posting> jobs = read(Fixture.bytes("feed.json")).postings();

        assertThat(jobs).extracting(Posting::externalId).containsExactly("j-1", "https://jobs.harbour.example/2");
        assertThat(jobs.get(0).company()).isEqualTo("Harbour Jobs");
        assertThat(jobs.get(0).description()).isEqualTo("Paint\nboats & <buoys>.");
        assertThat(jobs.get(0).url()).isEqualTo(URI.create("https://jobs.harbour.example/1"));
        assertThat(jobs.get(0).postedAt()).isEqualTo(Instant.parse("2026-02-04T08:26:20Z"));
        assertThat(jobs.get(1).company()).as("from its JobPosting").isEqualTo("Harbour Works");
        assertThat(jobs.get(1).places()).extracting(Place::country).containsExactly(Optional.of("ES"));
    }

    @ParameterizedTest
    @CsvSource({
        "Jobs at Oakline, Oakline: Welder, Welder, Oakline",
        "Oakline, OAKLINE: Welder, Welder, OAKLINE",
        "Welding: news, Oakline: Welder, Oakline: Welder, Welding: news"
    })
    void companyBeforeTheTitle_isKnownByTheNameOfTheFeed(String channel, String heading, String title, String company)
            throws IOException {
        String feed = "<rss version=\"2.0\"><channel><title>" + channel + "</title><item><title>" + heading
                + "</title><link>https://a.example/1</link></item></channel></rss>";

        Posting job = read(feed.getBytes(StandardCharsets.UTF_8)).postings().get(0);

        assertThat(job.title()).isEqualTo(title);
        assertThat(job.company()).isEqualTo(company);
    }

    @Test
    void atomInAnotherEncoding_isRead() throws IOException {
        Posting job = read(Fixture.bytes("atom.xml")).postings().get(0);

        assertThat(job.externalId()).isEqualTo("urn:cafe:7");
        assertThat(job.title()).isEqualTo("Barista & Baker");
        assertThat(job.company()).isEqualTo("Café Jobs");
        assertThat(job.description()).isEqualTo("Crème and coffee.");
        assertThat(job.url()).isEqualTo(URI.create("https://careers.cafe.example/jobs/7"));
        assertThat(job.postedAt()).isEqualTo(Instant.parse("2026-03-01T06:00:00Z"));
    }

    @Test
    @Tag("S3")
    void itemsWithoutALink_areUnusableAndCounted() throws IOException {
        // Given
        String feed = "<rss version=\"2.0\"><channel><title>Oakline</title>"
                + "<item><title>Welder</title></item>"
                + "<item><title>Joiner</title><guid isPermaLink=\"false\">2</guid><link> </link></item>"
                + "<item><title>Sawyer</title><link>/jobs/3</link></item></channel></rss>";

        // When
        Outcome outcome = read(feed.getBytes(StandardCharsets.UTF_8));

        // Then
        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.PARTIAL);
        assertThat(outcome.postings()).extracting(Posting::title).containsExactly("Sawyer");
        assertThat(outcome.reason()).startsWith("2 unusable");
        assertThat(outcome.wholeList()).isTrue();
    }

    @Test
    void feed_showsOnlyTheNewestJobs() {
        assertThat(adapter.coverage()).isEqualTo(Coverage.NEWEST_JOBS);
    }

    @Test
    @Tag("T31")
    void externalEntity_isNotRead(@TempDir Path folder) throws IOException {
        // Given
        Path secret = Files.writeString(folder.resolve("secret"), "opensesame");
        String feed = "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>"
                + "<rss version=\"2.0\"><channel><title>t</title><item><title>&x;</title>"
                + "<link>https://a.example/1</link></item></channel></rss>";

        // When
        Outcome outcome = read(feed.getBytes(StandardCharsets.UTF_8));

        // Then
        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.CHANGED_SHAPE);
        assertThat(outcome.toString()).doesNotContain("opensesame");
    }

    @Test
    @Tag("T31")
    void billionLaughs_areRefused() throws IOException {
        StringBuilder entities = new StringBuilder("<!ENTITY l0 \"lol\">");
        for (int i = 1; i < 10; i++) {
            entities.append("<!ENTITY l")
                    .append(i)
                    .append(" \"")
                    .append(("&l" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        String feed = "<?xml version=\"1.0\"?><!DOCTYPE rss [" + entities + "]><rss version=\"2.0\"><channel>"
                + "<title>&l9;</title></channel></rss>";

        assertThat(read(feed.getBytes(StandardCharsets.UTF_8)).kind()).isEqualTo(Outcome.Kind.CHANGED_SHAPE);
    }

    @Test
    void name_isTheAddressInOneForm() {
        assertThat(adapter.boardName(" HTTPS://Jobs.Example.com:443/feed#x "))
                .isEqualTo("https://jobs.example.com/feed");
        assertThatThrownBy(() -> adapter.boardName("file:///etc/passwd")).isInstanceOf(InvalidBoard.class);
    }

    private Outcome item(String members) throws IOException {
        return read(feed(members));
    }

    private static byte[] feed(String members) {
        return ("<rss version=\"2.0\" xmlns:j=\"https://jobs.example/ns\"><channel><title>Board</title><item>" + members
                        + "</item></channel></rss>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private Outcome read(byte[] body) throws IOException {
        return adapter.read(harbour, answer(body));
    }

    private static Answer answer(byte[] body) {
        return new Answer(URI.create("https://jobs.harbour.example/feed.xml"), null, new ByteArrayInputStream(body));
    }
}
