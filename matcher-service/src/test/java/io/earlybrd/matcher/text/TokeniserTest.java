package io.earlybrd.matcher.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of the trade: which text of a query is found in which text of a job. */
@Tag("M3")
class TokeniserTest {

    @ParameterizedTest(name = "{0} is in: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    java             | Java developer
                    JAVA             | java
                    java             | (Java)
                    java             | Java/Kotlin
                    java             | Java, Python
                    java             | Java-Entwickler
                    java             | We love Java!
                    JavaScript       | javascript
                    C++              | C++ developer
                    c++              | C/C++
                    C++              | C++17
                    C++              | C++, Rust
                    C++              | Ｃ＋＋
                    C                | C/C++
                    C                | C, Rust and assembly
                    C                | C-Entwickler
                    C#               | C# developer
                    C#               | C#/.NET
                    c#               | C#.NET
                    C#               | C♯
                    F#               | F# and OCaml
                    .NET             | .NET Core
                    .net             | C#/.NET
                    .NET             | ASP.NET MVC
                    .NET             | .NET8
                    .NET             | dotnet
                    ASP.NET          | asp.net
                    Node.js          | Node.js
                    Node.js          | NodeJS
                    Node.js          | Node JS
                    NodeJS           | Node.js
                    node             | Node.js
                    React            | ReactJS
                    React            | React.js
                    Next.js          | next.js and more
                    Go               | Go developer
                    go               | Python, Go, Rust
                    Go               | Go-Entwickler
                    go               | python, go, rust
                    Go               | Go (Golang)
                    R                | R, Python
                    R                | Python/R
                    R                | R-Programmierung
                    Objective-C      | Objective-C
                    Objective-C      | Objective C
                    objective-c      | ObjectiveC
                    CI/CD            | CI/CD
                    CI               | CI/CD
                    CICD             | CI/CD
                    CI/CD            | CICD pipelines
                    PL/SQL           | PLSQL
                    TSQL             | T-SQL
                    front-end        | front-end
                    front-end        | front end
                    front-end        | frontend
                    front end        | front-end
                    front end        | frontend
                    frontend         | front-end
                    frontend         | front end
                    Front‑End        | Frontend
                    cybersecurity    | cyber-security
                    cyber-security   | cyber security
                    cyber-security   | cybersecurity
                    machine learning | machine-learning
                    e-mail           | email
                    email            | e-mail
                    go to market     | go-to-market
                    R&D              | R & D
                    R&D              | the R&D department
                    AT&T             | AT&T
                    Café             | cafe
                    Zurich           | Zürich
                    resume           | Résumé
                    Lodz             | Łódź
                    Strasse          | Straße
                    L'Oréal          | L’Oreal
                    loreal           | L'Oréal
                    ingénieur        | l'ingénieur
                    O'Reilly         | OReilly
                    engineer         | the engineer's job
                    U.S.             | US
                    k8s              | k8s
                    S3               | Amazon S3.
                    booking.com      | Booking.com
                    ios              | iOS
                    Kubernetes       | Kuber­netes
                    エンジニア            | ソフトウェアエンジニア募集
                    Java             | Java開発
                    开发               | 软件开发工程师
                    백엔드              | 백엔드개발자
                    C++              | C++/C#
                    c++              | C++-Entwickler
                    C                | C.
                    C#               | C#-Entwickler
                    F#               | F♯
                    VB.NET           | VB.NET
                    .NET             | VB.NET
                    .NET             | .Net Framework
                    Vue              | Vue.js
                    Vue.js           | VueJS
                    D3.js            | d3.js charts
                    Go               | GO
                    go               | Go/Rust
                    Go               | Senior Go Engineer
                    R                | R (programming language)
                    R                | SQL & R
                    iOS              | iOS/Android
                    iOS              | Swift (iOS)
                    TypeScript       | TYPESCRIPT
                    ui/ux            | UIUX
                    UX               | UI/UX
                    full-time        | fulltime
                    full time        | full-time
                    full-time        | full‐time
                    on-site          | onsite
                    part-time        | Part Time
                    sql server       | SQL Server
                    sql server       | SQL-Server
                    ecommerce        | e-commerce
                    healthcare       | Health Care
                    São Paulo        | sao paulo
                    naive            | naïve
                    Resume           | Résumé
                    Malmö            | MALMO
                    Istanbul         | İstanbul
                    Ångström         | angstrom
                    Kraków           | Krakow
                    Œuvre            | oeuvre
                    Đà Nẵng          | Da Nang
                    Moody's          | Moody’s
                    Moody            | Moody’s
                    don't            | don’t
                    Sotheby          | SOTHEBY'S
                    co-op            | coop
                    Разработчик      | РАЗРАБОТЧИК (Java)
                    μηχανικός        | ΜΗΧΑΝΙΚΟΣ
                    東京               | 東京都港区
                    データ              | データサイエンティスト
                    カナ               | ｶﾅ
                    วิศวกร           | วิศวกรซอฟต์แวร์
                    مهندس            | مهندس برمجيات
                    Java             | Ｊａｖａ
                    """)
    void sameWord_isFound(String query, String text) {
        assertThat(isFound(query, text)).isTrue();
    }

    @ParameterizedTest(name = "{0} is not in: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    java             | JavaScript
                    java             | Java­Script
                    script           | JavaScript
                    ios              | curiosity
                    ios              | studios
                    C                | C++
                    C                | C#
                    C                | Objective-C
                    C                | Objective C
                    C                | C-level
                    C                | Series C startup
                    C                | USB-C
                    C++              | C
                    C++              | C+
                    C#               | C
                    F#               | F
                    .NET             | net salary
                    net              | .NET
                    .NET             | mail@example.net
                    Go               | Google
                    Go               | Golang
                    Go               | go-to-market
                    Go               | Go-To-Market
                    Go               | go to market
                    Go               | willing to go above and beyond
                    Go               | on-the-go
                    R                | R&D
                    R                | R & D
                    R                | Rust
                    R                | Toys R Us
                    D                | they'd
                    D                | Ph.D.
                    Next.js          | the next step
                    Node.js          | a node in a graph
                    sql              | NoSQL
                    react            | reaction
                    ruby             | rubygems
                    scala            | scalability
                    rust             | trust
                    ai               | retail
                    hr               | chrome
                    engineer         | engineering
                    frontend         | front of the end
                    front-end        | end front
                    15               | 1.5
                    20242025         | 2024-2025
                    sql server       | server sql
                    开发               | 发开
                    が                | か
                    java             | Javanese
                    java             | MyJavaBean
                    javascript       | java script
                    script           | TypeScript
                    C                | C♯
                    C                | ABC
                    C                | C-suite
                    C                | Vitamin C
                    C                | Hepatitis C
                    C++              | C#
                    C#               | C++
                    F#               | F1
                    F                | F#
                    Go               | we go to the gym
                    Go               | let’s go live
                    Go               | go-getter
                    Go               | on the go
                    R                | R-squared
                    R                | r rated
                    R                | CRM
                    .NET             | internet
                    ASP.NET          | asp
                    Node.js          | js node
                    Vue              | vuex
                    ios              | BIOS
                    ios              | Helios
                    CI               | CIO
                    CICD             | CI and CD
                    UX               | luxury
                    full time        | time full
                    e-mail           | e and mail
                    S                | Moody’s
                    T                | don’t
                    ai               | e-mail
                    hr               | threshold
                    Malmö            | Malmoe
                    東京               | 京東
                    백엔드              | 백드엔
                    データ              | テータ
                    """)
    void otherWord_isNotFound(String query, String text) {
        assertThat(isFound(query, text)).isFalse();
    }

    @Test
    void possessiveOfWhatCannotBeSeen_isAWordLikeOthers() {
        assertThat(Tokeniser.spellings("\u200B's")).containsExactly(List.of("s"));
        assertThat(isFound("nurse", "\u200B's nurse")).isTrue();
    }

    @Test
    void everyToken_knowsItsPlaceInTheOriginalText() {
        // Given
        String text = "Über-Entwickler: C++ (m/w/d) at L’Oréal’s R&D, 開発 𝒳 frontend";

        // When
        TokenisedText tokens = TokenisedText.of(text);

        // Then
        assertThat(IntStream.range(0, tokens.size()).mapToObj(i -> text.substring(tokens.start(i), tokens.end(i))))
                .containsExactly(
                        "Über",
                        "Über-Entwickler",
                        "Entwickler",
                        "Über-Entwickler",
                        "C++",
                        "m",
                        "w",
                        "d",
                        "at",
                        "L",
                        "L’Oréal",
                        "Oréal",
                        "L’Oréal",
                        "R",
                        "R&D",
                        "D",
                        "R&D",
                        "開",
                        "発",
                        "𝒳",
                        "frontend",
                        "frontend",
                        "frontend",
                        "frontend");
    }

    /** Words with two blanks between them are spelled by all rules. */
    @Test
    void plainWords_areSpelledAsByAllRules() {
        List<String> words = List.of(
                "a",
                "R",
                "d",
                "S",
                "c",
                "go",
                "to",
                "Market",
                "net",
                "dot",
                "dotnet",
                "JS",
                "node",
                "nodejs",
                "3d",
                "2024",
                "x86",
                "front",
                "end",
                "Frontend",
                "e",
                "commerce",
                "GmbH",
                "co",
                "KG",
                "and",
                "or",
                "not",
                "K8S");
        for (String first : words) {
            for (String second : words) {
                assertThat(Tokeniser.spellings(first + " " + second))
                        .isEqualTo(Tokeniser.spellings(first + "  " + second));
            }
        }
    }

    /** As the engine does it: any spelling of the query in a row, words that only count within phrases left out. */
    private static boolean isFound(String query, String text) {
        TokenisedText tokenised = TokenisedText.of(text);
        return Tokeniser.spellings(query).stream()
                .anyMatch(row -> tokenised.find(Terms.row(row)).isPresent());
    }
}
