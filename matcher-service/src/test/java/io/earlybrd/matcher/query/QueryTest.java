package io.earlybrd.matcher.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.earlybrd.matcher.query.Clause.AllOf;
import io.earlybrd.matcher.query.Clause.AnyOf;
import io.earlybrd.matcher.query.Clause.Not;
import io.earlybrd.matcher.query.Clause.Term;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("M2")
class QueryTest {

    @ParameterizedTest(name = "{0} means {1}")
    @CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
                    nurse berlin => nurse berlin
                    nurse   AND  berlin => nurse berlin
                    sre OR devops => sre OR devops
                    sre|devops || ops => sre OR devops OR ops
                    java NOT manager => java -manager
                    java -manager => java -manager
                    java −manager –intern => java -manager -intern
                    java NOT NOT manager => java -manager
                    java --manager => java -manager
                    "platform  engineer" => "platform engineer"
                    “platform engineer” => "platform engineer"
                    a b OR c d => (a b) OR (c d)
                    (a b) OR (c d) => (a b) OR (c d)
                    a (b OR c) d => a (b OR c) d
                    ((a)) (b c) => a b c
                    (a OR (b OR c)) => a OR b OR c
                    a -(b OR c) => a -(b OR c)
                    a -(b c) => a -(b c)
                    a -(-b) => a b
                    title:rust => title:rust
                    TITLE:rust => title:rust
                    title: rust => title:rust
                    title:"data engineer" (dbt OR airflow) => title:"data engineer" (dbt OR airflow)
                    title:(rust OR go) => title:rust OR title:go
                    title:(rust -java) => title:rust -title:java
                    title:-java rust => -title:java rust
                    company:fjordbank -company:(acme OR initech) => company:fjordbank -(company:acme OR company:initech)
                    or and not => "or" "not"
                    java(m/w/d) => java m/w/d
                    a"b c"d => a "b c" d
                    C++ OR C# OR .NET -Objective-C => C++ OR C# OR (.NET -Objective-C)
                    10:30 => 10:30
                    "re:invent" => "re:invent"
                    """)
    void everyForm_isReadAndPrintedInOneWay(String text, String canonical) {
        assertThat(Query.parse(text)).hasToString(canonical);
    }

    @Test
    void printedQuery_isReadAsTheSameTree() {
        // Given
        Query query = Query.parse(
                "title:(\"data engineer\" | rust) (kubernetes || (k8s NOT (jr intern OR x))) -company:acme");

        // When
        Query again = Query.parse(query.toString());

        // Then
        assertThat(again).isEqualTo(query);
        assertThat(again.root())
                .usingRecursiveComparison()
                .ignoringFieldsOfTypes(Span.class)
                .isEqualTo(query.root());
    }

    @Test
    void everyClause_knowsWhereItStands() {
        // Given
        Query query = Query.parse("\"platform engineer\" (kubernetes OR  k8s) NOT title:manager -(a b)");

        // When
        AllOf root = (AllOf) query.root();

        // Then
        assertThat(root.parts())
                .extracting(query::textOf)
                .containsExactly("\"platform engineer\"", "kubernetes OR  k8s", "NOT title:manager", "-(a b)");
        assertThat(query.textOf(((Not) root.parts().get(2)).part())).isEqualTo("title:manager");
        assertThat(((AnyOf) root.parts().get(1)).parts())
                .extracting(query::textOf)
                .containsExactly("kubernetes", "k8s");
    }

    @Test
    void prefixBeforeGroup_holdsForEveryTermInIt() {
        // Given
        String text = "title:(rust (go OR \"data engineer\"))";

        // When
        AllOf root = (AllOf) Query.parse(text).root();

        // Then
        assertThat(root.parts().get(0))
                .isInstanceOfSatisfying(
                        Term.class, term -> assertThat(term.scope()).isEqualTo(Scope.TITLE));
        assertThat(((AnyOf) root.parts().get(1)).parts())
                .allSatisfy(part -> assertThat(((Term) part).scope()).isEqualTo(Scope.TITLE));
    }

    @Test
    void sameMeaning_isEqual() {
        // Given
        Query one = Query.parse("(a  b) | c");
        Query other = Query.parse("a AND b OR c");

        // Then
        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other).isNotEqualTo(Query.parse("a (b OR c)"));
    }
}
