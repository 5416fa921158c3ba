package io.earlybrd.scraper.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("S11")
class SeniorityTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "Junior Welder > JUNIOR",
                "Jr. Software Engineer (QA) > JUNIOR",
                "Java Developer Junior > JUNIOR",
                "Entry-Level Analyst > JUNIOR",
                "New Grad Software Engineer > JUNIOR",
                "Mid-Level Software Engineer > MID",
                "Intermediate Java Software Engineer > MID",
                "Senior Nurse > SENIOR",
                "Sr. Client Partner, Mid-Market > SENIOR",
                "Full Stack Senior Engineer > SENIOR",
                "Senior Manager, Payroll > SENIOR",
                "Lead Engineer | Berlin > LEAD",
                "AMER Analytical Lead > LEAD",
                "Lead, Accounting > LEAD",
                "Team Leader Retail > LEAD",
                "Teamlead Logistik > LEAD",
                "Staff Software Engineer, Growth > LEAD",
                "Sr Staff Product Designer > LEAD",
                "Senior GRC Lead > LEAD",
                "Principal Product Manager > LEAD",
                "Head of Sales > LEAD"
            })
    void levelInTitle_isRead(String title, Seniority expected) {
        assertThat(Seniority.ofTitle(title)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Software Engineer II",
                "Lead Generation Specialist",
                "Inbound Lead Specialist",
                "Lead Paint Inspector",
                "Lead-to-Cash Analyst",
                "Leadership Coach",
                "Junior Wells",
                "Junior High School Teacher",
                "Teacher, Martin Luther King Jr. School",
                "Senior Living Advisor",
                "Senior Center Manager",
                "Senior Director, Sales",
                "Senior VP Finance",
                "Lead Director, Software Engineering",
                "Staff Pharmacist Part Time",
                "Staff Accountant",
                "Chief of Staff",
                "School Principal",
                "Mid-Market Account Executive",
                "RN, Adult Acute and Intermediate Care",
                "Associate Software Engineer",
                ""
            })
    void titleWithoutLevel_isUnknown(String title) {
        assertThat(Seniority.ofTitle(title)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Senior/Staff Software Engineer",
                "Lead and Senior Software Engineer",
                "Associate or Mid-Level Quality Engineer",
                "Junior to Mid-Level Bridge Inspector",
                "Intermediate–Senior Node.js Developer",
                "(Senior/Mid) Software Engineer",
                "Junior / Senior Developer",
                "Product Manager/Sr. Product Manager",
                "Engineer (Entry Level or Associate)",
                "Physician - New graduates welcome"
            })
    void severalLevels_areNoneOfThem(String title) {
        assertThat(Seniority.ofTitle(title)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "Entry Level,JUNIOR",
        "entry_level,JUNIOR",
        "Midweight,MID",
        "Mid-level,MID",
        "senior,SENIOR",
        "Lead,LEAD"
    })
    void fieldOfProvider_isRead(String field, Seniority expected) {
        assertThat(Seniority.stated(field)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mid-Senior Level", "Any", "Not Applicable", "experienced", "Director", ""})
    void fieldThatSaysNoLevel_isUnknown(String field) {
        assertThat(Seniority.stated(field)).isNull();
    }

    @Test
    void titleOfAnyLength_isReadAtOnce() {
        String title = "Staff ".repeat(20_000) + "Senior/".repeat(20_000);
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> Seniority.ofTitle(title));
    }
}
