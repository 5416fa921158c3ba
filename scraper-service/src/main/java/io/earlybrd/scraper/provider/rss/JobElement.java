package io.earlybrd.scraper.provider.rss;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jdom2.Element;
import org.jdom2.filter.Filters;

/**
 * What feeds of jobs add to the standard. They agree on no namespace, and hardly on a name: case, dashes and underscores are not
 * looked at, so {@code job_listing:job_type}, {@code g:job_type} and {@code joblisting:jobType} are one.
 */
enum JobElement {
    COMPANY("company", "companyname", "employer", "employername", "hiringorganization"),
    PLACE("location", "joblocation"),
    REGION("region"),
    EMPLOYMENT("type", "jobtype", "employmenttype", "workingpatterns", "contracttype"),
    PAY("salary", "salaryrange"),
    POSTED("pubdate", "issued", "publishdate", "publishon"),
    END(
            "expiresat",
            "expirydate",
            "expirationdate",
            "closingdate",
            "applicationdeadline",
            "validthrough",
            "advertisetodatetimeutc"),
    TITLE("jobtitle"),
    PAGE("adverturl"),
    TEXT("jobadvert", "adverttext");

    /** The best first. */
    private final List<String> names;

    JobElement(String... names) {
        this.names = List.of(names);
    }

    /** Whether an element says anything of this kind by its name. */
    static boolean isOne(Element element) {
        String name = plainName(element);
        return Stream.of(values()).anyMatch(kind -> kind.names.contains(name));
    }

    /** What these elements, or what is in them, say of this kind, the best first; blank texts are left out. */
    Stream<String> texts(List<Element> added) {
        List<Element> all = added.stream().flatMap(JobElement::within).toList();
        return names.stream()
                .flatMap(name ->
                        all.stream().filter(element -> plainName(element).equals(name)))
                .map(Element::getTextNormalize)
                .filter(text -> !text.isBlank());
    }

    /** Some wrap what they add: {@code <content type="text/xml"><Vacancy><Salary>}. */
    private static Stream<Element> within(Element added) {
        Stream.Builder<Element> all = Stream.builder();
        all.add(added);
        added.getDescendants(Filters.element()).forEach(all);
        return all.build();
    }

    private static String plainName(Element element) {
        return element.getName().replaceAll("[-_]", "").toLowerCase(Locale.ROOT);
    }
}
