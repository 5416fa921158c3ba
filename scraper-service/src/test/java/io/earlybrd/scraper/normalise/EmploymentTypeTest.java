package io.earlybrd.scraper.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("S11")
class EmploymentTypeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "Software Engineering Intern > INTERNSHIP",
                "Summer Internship, Looms (full-time) > INTERNSHIP",
                "Werkstudent Logistik > INTERNSHIP",
                "Pharmacist Part Time > PART_TIME",
                "Baker (Teilzeit) > PART_TIME",
                "Baker - Full-Time > FULL_TIME",
                "Technical Writer (Contract) > CONTRACT",
                "Technical Writer (6-month contract) > CONTRACT",
                "Nurse, Fixed-Term > TEMPORARY",
                "Seasonal Packer > TEMPORARY"
            })
    void typeInTitle_isRead(String title, EmploymentType expected) {
        assertThat(EmploymentType.ofTitle(title)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Welder",
                "International Sales Manager",
                "Internal Auditor",
                "Internship Program Manager",
                "Contract Manager",
                "Contracts Lawyer",
                "Baker (Full-time or Part-time)",
                ""
            })
    void titleWithoutType_isUnknown(String title) {
        assertThat(EmploymentType.ofTitle(title)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "Full-Time,FULL_TIME",
        "INTERN,INTERNSHIP",
        "Contractor,CONTRACT",
        "Temp,TEMPORARY",
        "PART_TIME,PART_TIME"
    })
    void fieldOfProvider_isRead(String field, EmploymentType expected) {
        assertThat(EmploymentType.stated(field)).isEqualTo(expected);
    }
}
