package io.earlybrd.matcher.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people type who are used to other places: to Google Alerts, Indeed, LinkedIn, and to the Boolean strings of recruiters. */
@Tag("M2")
class HabitsTest {

    @ParameterizedTest(name = "{0} means {1}")
    @CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
                    software engineer => software engineer
                    "software engineer" -recruiter -staffing => "software engineer" -recruiter -staffing
                    "data scientist" OR "data analyst" => "data scientist" OR "data analyst"
                    "site reliability" | sre => "site reliability" OR sre
                    intitle:engineer berlin => title:engineer berlin
                    "product manager" -"product marketing manager" => "product manager" -"product marketing manager"
                    (nurse OR midwife) (night OR weekend) => (nurse OR midwife) (night OR weekend)
                    nurse or midwife => nurse OR midwife
                    Nurse Or Midwife => Nurse OR Midwife
                    title:(nurse or midwife) => title:nurse OR title:midwife
                    title:("software engineer" or developer) -senior => (title:"software engineer" OR title:developer) -senior
                    "registered nurse" (icu or er) => "registered nurse" (icu OR er)
                    research and development => research development
                    engineer not manager => engineer -manager
                    engineer and not manager => engineer -manager
                    director not for profit => director "not" for profit
                    not for profit director => "not" for profit director
                    not-for-profit director => not-for-profit director
                    title:"VP" AND company:Google => title:"VP" company:Google
                    employer:google engineer => company:google engineer
                    (Java OR Kotlin) AND (Spring OR "Spring Boot") NOT Android => (Java OR Kotlin) (Spring OR "Spring Boot") -Android
                    ("site reliability" OR SRE) AND (AWS OR GCP OR Azure) AND NOT (intern OR junior) => ("site reliability" OR SRE) (AWS OR GCP OR Azure) -(intern OR junior)
                    java AND spring AND NOT junior => java spring -junior
                    java NOT (junior OR intern) => java -(junior OR intern)
                    java NOT -junior => java -junior
                    "node.js" OR nodejs OR "node js" => "node.js" OR nodejs OR "node js"
                    C++ OR C# OR F# OR .NET => C++ OR C# OR F# OR .NET
                    (C++, Rust, Go) => C++ Rust Go
                    ASP.NET C# => ASP.NET C#
                    golang | rust | c++ => golang OR rust OR c++
                    java && spring || kotlin => (java spring) OR kotlin
                    java&&spring => java spring
                    java !junior => java -junior
                    java ! => REFUSED
                    java !(junior | intern) => java -(junior OR intern)
                    +java +spring -junior => java spring -junior
                    +"spring boot" +(aws OR gcp) => "spring boot" (aws OR gcp)
                    java, kotlin, spring => java kotlin spring
                    java,kotlin,spring => java kotlin spring
                    java; kotlin => java kotlin
                    java , kotlin => java kotlin
                    nurse, berlin. => nurse berlin
                    [java OR kotlin] berlin => (java OR kotlin) berlin
                    {java OR kotlin} berlin => (java OR kotlin) berlin
                    [sre | (devops AND aws)] -manager => (sre OR (devops aws)) -manager
                    （看護師 OR 医師） => 看護師 OR 医師
                    エンジニア　東京 => エンジニア 東京
                    看護師、医師 => 看護師 医師
                    'site reliability engineer' remote => "site reliability engineer" remote
                    ‘data engineer’ OR ‘analytics engineer’ => "data engineer" OR "analytics engineer"
                    title:'team lead' => title:"team lead"
                    driver's license => driver's license
                    rock 'n' roll => rock "n" roll
                    „Senior Entwickler“ Berlin => "Senior Entwickler" Berlin
                    «chef de projet» Paris => "chef de projet" Paris
                    Entwickler*in => Entwickler*in
                    Projektleiter:in OR Entwickler:innen => Projektleiter:in OR Entwickler:innen
                    Pfleger/in Teilzeit => Pfleger/in Teilzeit
                    Entwickler(in) => Entwickler in
                    Verkäufer (m/w/d) => Verkäufer m/w/d
                    Sachbearbeiter_in => Sachbearbeiter_in
                    java —junior —intern => java -junior -intern
                    java –junior => java -junior
                    java ‑junior => java -junior
                    java --junior => java -junior
                    -junior java => -junior java
                    e-commerce front-end => e-commerce front-end
                    full-time nurse => full-time nurse
                    R&D engineer => R&D engineer
                    "AT&T" OR Verizon => "AT&T" OR Verizon
                    CI/CD TCP/IP => CI/CD TCP/IP
                    $120k remote => 120k remote
                    €75,000 developer => 75,000 developer
                    100% remote => 100 remote
                    #python @google => python google
                    100,000+ => 100,000+
                    title : rust => title:rust
                    Title:Rust => title:Rust
                    title:senior title:engineer -title:manager => title:senior title:engineer -title:manager
                    company:"johnson and johnson" => company:"johnson and johnson"
                    company:(google OR apple) NOT title:sales => (company:google OR company:apple) -title:sales
                    "C-level" OR C-suite => "C-level" OR C-suite
                    Sr. Engineer (U.S.) => Sr Engineer U.S
                    Ph.D. biology => Ph.D biology
                    "OR" nurse => "OR" nurse
                    "not for profit" => "not for profit"
                    ((nurse)) => nurse
                    nurse berlin OR munich => (nurse berlin) OR munich
                    software engineer OR developer remote => (software engineer) OR (developer remote)
                    sre OR devops -manager => sre OR (devops -manager)
                    (sre OR devops) -manager => (sre OR devops) -manager
                    ingénieur logiciel OR développeur => (ingénieur logiciel) OR développeur
                    "machine learning" (pytorch|tensorflow) => "machine learning" (pytorch OR tensorflow)
                    7.5 tonne driver => 7.5 tonne driver
                    24/7 support => 24/7 support
                    """)
    void query_meansWhatItsWriterMeant(String text, String meaning) {
        String read = read(text);

        assertThat(read).isEqualTo(meaning);
        assertThat(meaning.equals("REFUSED") ? meaning : read(meaning)).isEqualTo(meaning);
    }

    @ParameterizedTest(name = "{0} is refused")
    @CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
                    develop* => 8 => The star at column 8 has no meaning here: words are found whole. Write them out with OR.
                    (develop* OR engineer*) java => 9 => The star at column 9 has no meaning here: words are found whole. Write them out with OR.
                    *script => 1 => The star at column 1 has no meaning here: words are found whole. Write them out with OR.
                    Software Engineer - Berlin => 19 => The minus at column 19 stands alone. Put it directly before what to leave out, or remove it.
                    Software Engineer — Berlin => 19 => The minus at column 19 stands alone. Put it directly before what to leave out, or remove it.
                    OR nurse => 1 => “OR” at column 1 has nothing before it. Add a word, or put it in quotation marks if it is one.
                    nurse portland OR => 16 => “OR” at column 16 has nothing after it. Add a word, or put it in quotation marks if it is one.
                    java AND OR kotlin => 6 => “AND” at column 6 has nothing after it. Add a word, or put it in quotation marks if it is one.
                    java & kotlin => 6 => “&” at column 6 is no word to look for. Remove it, or put it in quotation marks together with its words.
                    java / kotlin => 6 => “/” at column 6 is no word to look for. Remove it, or put it in quotation marks together with its words.
                    nurse ... => 7 => “...” at column 7 is no word to look for. Remove it, or put it in quotation marks together with its words.
                    java 🚀 => 6 => “🚀” at column 6 is no word to look for. Remove it, or put it in quotation marks together with its words.
                    java location:berlin => 6 => “location:” at column 6 is not known. Name places in the alert's field for places instead.
                    java remote:true => 6 => “remote:” at column 6 is not known. Choose it among the alert's filters instead.
                    site:linkedin.com/jobs java => 1 => “site:” at column 1 is not known. Use title: or company:, or put the words in quotation marks.
                    Skills: java, python => 1 => “Skills:” at column 1 is not known. Use title: or company:, or put the words in quotation marks.
                    https://acme.com/jobs => 1 => “https:” at column 1 is not known. Use title: or company:, or put the words in quotation marks.
                    "team lead java => 1 => The quotation mark at column 1 is never closed. Add another one where the phrase ends.
                    [java OR kotlin => 1 => The bracket at column 1 is never closed. Add “)” after kotlin.
                    java) => 5 => The bracket at column 5 closes nothing. Remove it, or add “(” before it.
                    NOT manager => 1 => From column 1 on, the query only says what to leave out. Add a word that a job must contain: developer -manager.
                    java OR NOT manager => 9 => The alternative at column 9 only says what to leave out, so nearly every job would match. Put it after brackets: (sre OR devops) -manager.
                    title:(title:java) => 8 => “title:” at column 8 stands within another prefix. Remove one of the two.
                    """)
    void unusableQuery_isRefusedWithTheWayOut(String text, int column, String sentence) {
        assertThat(catchThrowableOfType(InvalidQuery.class, () -> Query.parse(text)))
                .hasMessage(sentence)
                .returns(column, InvalidQuery::column);
    }

    private static String read(String text) {
        try {
            return Query.parse(text).toString();
        } catch (InvalidQuery e) {
            return "REFUSED";
        }
    }
}
